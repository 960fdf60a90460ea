using System.Reflection;
using System.Runtime.InteropServices;
using Ffi.Generators.Model;
using Ffi.Generators.Reading;
using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ffi.Generators.Tests.Analysis;

/// <summary>What the compiler sees of the framework's structs, which are those of reference assemblies, beside what the running framework
/// has.</summary>
public class FrameworkLayoutTests
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly string RuntimeFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    [Fact]
    public void EveryPublicStruct_IsReadAsTheRuntimeLaysItOut()
    {
        string[] references = ReferenceAssemblies();
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Snippet", references: references.Select(file => MetadataReference.CreateFromFile(file)), options: TestCompilation.Options);
        TypeReader reader = TypeReader.Of(compilation.Assembly);
        List<string> wrong = [];
        int compared = 0;
        foreach (
            Type type in references
                .SelectMany(PublicStructs)
                .Concat(typeof(object).Assembly.GetExportedTypes().Where(type => type.IsValueType))
                .Select(Close)
                .OfType<Type>()
                .Distinct())
        {
            if (
                IsRead(type)
                && compilation.GetTypeByMetadataName((type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!) is { } symbol)
            {
                TypeModel model = reader.Read(
                    symbol.IsGenericType
                        ? symbol.Construct([
                            .. type.GenericTypeArguments.Select(argument => compilation.GetTypeByMetadataName(argument.FullName!)!),
                        ])
                        : symbol);
                compared++;
                // What is taken to hold references is passed no more than what does.
                if (
                    model.Fault is not (TypeFault.NoCounterpart or TypeFault.ManagedField)
                    && (KindOf(model), model.Shape) is var read
                    && read != Expected(type))
                {
                    wrong.Add($"{type}: read as {read}, is {Expected(type)} ({FaultOf(type)})");
                }
            }
        }

        Assert.True(compared > 100, $"Only {compared} structs were compared.");
        Assert.True(wrong.Count == 0, "FrameworkLayouts lacks or has too much:\n" + string.Join('\n', wrong));
    }

    private static string KindOf(TypeModel model) => model.Fault switch
    {
        TypeFault.AutoLayout => "automatic",
        TypeFault.EmptyStruct or TypeFault.OpaqueStruct => "empty",
        TypeFault.NonBlittableField => "converted",
        TypeFault.None => "",
        _ => model.Fault.ToString(),
    };

    private static (string, TypeShape) Expected(Type type) => FaultOf(type) switch
    {
        "" => ("", TypeShape.BlittableStruct),
        "converted" => ("converted", TypeShape.UnmanagedStruct),
        var fault => (fault, TypeShape.Unsupported),
    };

    // The worst of a struct and its fields.
    private static string FaultOf(Type type)
    {
        if (
            type == typeof(bool)
            || type == typeof(char)
            || type == typeof(decimal)
            || type == typeof(Half)
            || type == typeof(Int128)
            || type == typeof(UInt128))
        {
            return "converted";
        }

        if (type.IsPrimitive || type.IsEnum || type.IsPointer || type.IsFunctionPointer)
        {
            return "";
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Nullable<>))
        {
            return "converted";
        }

        string[] faults = [.. type.GetFields(Fields).Select(field => FaultOf(field.FieldType))];
        return type.IsAutoLayout || faults.Contains("automatic") ? "automatic"
            : faults.Length == 0 || faults.Contains("empty") ? "empty"
            : faults.Contains("converted") ? "converted"
            : "";
    }

    private static bool IsRead(Type type) =>
        type is { IsPrimitive: false, IsEnum: false, IsByRefLike: false }
        && type != typeof(void)
        && type != typeof(NFloat)
        && !HoldsReferences(type);

    private static bool HoldsReferences(Type type) =>
        type.GetFields(Fields)
            .Any(field =>
                field.FieldType is { IsValueType: false, IsPointer: false, IsFunctionPointer: false }
                || (
                    field.FieldType is { IsValueType: true, IsPrimitive: false, IsEnum: false } inner
                    && (inner.IsByRefLike || HoldsReferences(inner))));

    private static IEnumerable<Type> PublicStructs(string reference)
    {
        string name = Path.GetFileNameWithoutExtension(reference);
        return File.Exists(Path.Combine(RuntimeFolder, name + ".dll"))
            ? Assembly.Load(name) is var assembly ? assembly.GetExportedTypes().Where(type => type.IsValueType) : []
            : [];
    }

    // Of int where it is generic; null where it can't be.
    private static Type? Close(Type type)
    {
        try
        {
            return type.IsGenericTypeDefinition ? type.MakeGenericType([.. type.GetGenericArguments().Select(_ => typeof(int))]) : type;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // The SDK brings them for the framework that it is for.
    private static string[] ReferenceAssemblies()
    {
        string packs = Path.GetFullPath(Path.Combine(RuntimeFolder, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        Assert.True(Directory.Exists(packs), $"The SDK's reference assemblies are not at {packs}.");
        string folder = Directory
            .GetDirectories(packs)
            .Select(version => Path.Combine(version, "ref", $"net{Environment.Version.Major}.0"))
            .Single(Directory.Exists);
        return Directory.GetFiles(folder, "*.dll");
    }
}
