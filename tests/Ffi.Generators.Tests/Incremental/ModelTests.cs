using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Ffi.Generators.Model;
using Ffi.Generators.Planning;
using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ffi.Generators.Tests.Incremental;

public class ModelTests
{
    private const string Source = """
        [NativeLibrary("m", Linux = "m6"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)] static unsafe partial class LibM
        {
            [NativeFunction("cos", Optional = true), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
            [return: MarshalAs(UnmanagedType.Bool)] public static partial bool Cos(in Pair x, Span<byte> bytes, string text, [MarshalAs(UnmanagedType.Bool)] bool flag);
            [NativeFunction] public static partial void broken(object o, Missing m);
            public static int Symbols;
        }
        struct Pair { public int A; public bool B; }
        """;

    [Theory]
    [InlineData(StepNames.Read)]
    [InlineData(StepNames.Plan)]
    public void WhatIsCached_HoldsNoSymbolSyntaxOrCompilation(string step)
    {
        foreach (object root in Outputs(GeneratorRun.Of(Source), step))
        {
            foreach (object part in Reachable(root))
            {
                Assert.False(
                    part is ISymbol or Compilation or SyntaxNode or SyntaxTree or Location or AttributeData or SemanticModel,
                    part.GetType().FullName);
                Assert.True(
                    part.GetType().Assembly != typeof(SyntaxNode).Assembly && part.GetType().Assembly != typeof(CSharpCompilation).Assembly,
                    part.GetType().FullName);
            }
        }
    }

    [Theory]
    [InlineData(StepNames.Read)]
    [InlineData(StepNames.Plan)]
    public void EqualSources_GiveEqualModelsAndHashes(string step)
    {
        object[] first = Outputs(GeneratorRun.Of(Source), step);
        object[] second = Outputs(GeneratorRun.Of("// Elsewhere.\n" + Source), step);

        Assert.NotEmpty(first);
        Assert.NotSame(first[0], second[0]);
        Assert.Equal(first, second);
        Assert.Equal(first.Select(model => model.GetHashCode()), second.Select(model => model.GetHashCode()));
    }

    [Fact]
    public void OldCompilation_DiesWhileTheDriverLives()
    {
        var run = new GeneratorRun();
        WeakReference old = RunOnce(run);
        run.Update(TestCompilation.Create("class Unrelated;", Source));
        run.Update(TestCompilation.Create("class Unrelated2;", Source));

        for (int attempt = 0; attempt < 10 && old.IsAlive; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(old.IsAlive);
        GC.KeepAlive(run);
    }

    /// <summary>By reflection, so that a property that is added later can't be forgotten.</summary>
    [Theory]
    [MemberData(nameof(RecordProperties))]
    public void EachProperty_MattersToEquality(string type, string property)
    {
        Type record = typeof(LibraryModel).Assembly.GetType(type)!;
        object original = Sample.Of(record, variant: 0);
        object same = Sample.Of(record, variant: 0);
        object changed = Sample.Of(record, variant: 0);
        PropertyInfo info = record.GetProperty(property)!;
        info.SetValue(changed, Sample.Of(info.PropertyType, variant: 1));

        Assert.Equal(original, same);
        Assert.Equal(original.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(original, changed);
    }

    public static TheoryData<string, string> RecordProperties()
    {
        var data = new TheoryData<string, string>();
        foreach (Type type in typeof(LibraryModel).Assembly.GetTypes().Where(Sample.IsRecord))
        {
            foreach (PropertyInfo property in type.GetProperties().Where(property => property.CanWrite))
            {
                data.Add(type.FullName!, property.Name);
            }
        }

        return data;
    }

    [Fact]
    public void Output_IsTheSameUnderATurkishCulture()
    {
        const string Library = """
            [NativeLibrary("INIT", Windows = "ıi")] static partial class Init { [NativeFunction("INIT", Optional = true)] public static partial int ınit(int i, int I); }
            """;
        string expected = GeneratorRun.Of(Library).Text;
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Turkish();
            Assert.Equal(expected, GeneratorRun.Of(Library).Text);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    // Tests run with invariant globalization, which has no tr-TR; its signs and digits still differ here.
    private static CultureInfo Turkish()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "−";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        return culture;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RunOnce(GeneratorRun run)
    {
        CSharpCompilation compilation = TestCompilation.Create(Source);
        run.Update(compilation);
        return new WeakReference(compilation);
    }

    private static object[] Outputs(GeneratorRun run, string step) =>
        [.. run.Result.TrackedSteps[step].SelectMany(s => s.Outputs).Select(output => output.Value).OfType<object>()];

    private static HashSet<object> Reachable(object root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<object>([root]);
        while (open.TryPop(out object? current))
        {
            if (current is string || current.GetType().IsPrimitive || current.GetType().IsEnum || !seen.Add(current))
            {
                continue;
            }

            IEnumerable<object?> parts = current is IEnumerable items
                ? items.Cast<object?>()
                : FieldsOf(current.GetType()).Select(field => field.GetValue(current));
            foreach (object part in parts.OfType<object>())
            {
                open.Push(part);
            }
        }

        return seen;
    }

    private static IEnumerable<FieldInfo> FieldsOf(Type? type) => type is null ? [] :
    [
        .. type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly),
        .. FieldsOf(type.BaseType),
    ];
}
