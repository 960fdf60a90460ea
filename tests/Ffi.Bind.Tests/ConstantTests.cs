using System.Globalization;
using System.Reflection;
using System.Text;
using Ffi.Bind.Tests.Testing;
using Ffi.Bindgen.Planning;
using Ffi.Bindgen.Tests.Testing;
using Ffi.Headers.Digest;
using Xunit.Abstractions;

namespace Ffi.Bind.Tests;

/// <summary>Constants have in C# the values that they have in C, says a program that C compilers made.</summary>
public sealed class ConstantTests(ITestOutputHelper output)
{
    private const double LeastBound = 0.84;

    public static TheoryData<string> Libraries => CorpusLibrary.Names;

    [CorpusTheory, MemberData(nameof(Libraries))]
    public async Task Constants_HaveTheValuesOfC(string name)
    {
        BoundLibrary bound = BoundLibrary.Of(name);
        CorpusLibrary library = CorpusLibrary.Of(name);
        ConstantProgram program = new();
        StringBuilder managed = new();
        foreach (ConstantPlan constant in bound.Plan.Constants.Where(constant => IsHere(bound.Digest, constant.CName)))
        {
            object? value = ValueOf(bound.Functions, constant.Name);
            Assert.True(value is not null, $"{constant.CName} is declared as '{constant.Declaration}', and can't be read.");
            program.Add(constant.CName, value);
            managed.Append(CultureInfo.InvariantCulture, $"{constant.CName} {ConstantProgram.Say(value)}\n");
        }

        foreach (
            (EnumPlan item, EnumMemberPlan member) in bound
                .Plan.Enums.SelectMany(static item => item.Members.Select(member => (item, member)))
                .Where(pair => IsHere(bound.Digest, pair.member.CName)))
        {
            object value = bound.Type(item.Name).GetField(member.Name.TrimStart('@'))!.GetRawConstantValue()!;
            program.Add(member.CName, value);
            managed.Append(CultureInfo.InvariantCulture, $"{member.CName} {ConstantProgram.Say(value)}\n");
        }

        foreach (
            string printed in await Compilers.RunOnLinux(
                program.Source(library.Includes),
                library.Folder is null ? [] : ["-I", library.Folder]))
        {
            Assert.Equal(printed.Split('\n'), managed.ToString().Split('\n'));
        }
    }

    [CorpusTheory, InlineData(0)]
    public void MostMacrosWithoutParameters_AreConstants(int unused)
    {
        _ = unused;
        int macros = 0;
        int constants = 0;
        foreach (CorpusLibrary library in CorpusLibrary.All)
        {
            HeaderDigest digest = Bound.DigestOf(library.Name);
            BindingPlan plan = Bound.Of(digest with { Functions = default }, Bound.RecipeOf(library.Name)).Plan;
            HashSet<string> bound = [.. plan.Constants.Select(static constant => constant.CName)];
            macros += digest.Constants.Count + digest.Macros.Count(static macro => macro.Parameters is null);
            constants += digest.Constants.Count(constant => bound.Contains(constant.Name));
        }

        output.WriteLine($"{constants} of {macros}");
        Assert.True(
            constants > 10_000 && constants >= LeastBound * macros,
            $"{constants} of {macros} macros without parameters are constants.");
    }

    private static bool IsHere(HeaderDigest digest, string name) =>
        digest.Constants.FirstOrDefault(constant => constant.Name == name)?.Platforms.Contains(BoundLibrary.Here)
        ?? digest.Enums.Any(item =>
            item.Platforms.Contains(BoundLibrary.Here)
            && item.Members.Any(member => member.Name == name && member.Platforms.Contains(BoundLibrary.Here)));

    private delegate ReadOnlySpan<byte> Bytes();

    // Text is a span, which no reflection can hand out: a delegate does.
    private static object? ValueOf(Type type, string name)
    {
        if (type.GetField(name.TrimStart('@')) is { } field)
        {
            // An nint is written down as an int.
            object constant = field.GetRawConstantValue()!;
            return field.FieldType == typeof(nint) ? (nint)(int)constant : constant;
        }

        MethodInfo? getter = type.GetProperty(name.TrimStart('@'))?.GetMethod;
        return getter is null ? null
            : getter.ReturnType == typeof(ReadOnlySpan<byte>) ? getter.CreateDelegate<Bytes>()().ToArray()
            : getter.Invoke(null, null) is var value && value is Enum member
                ? Convert.ChangeType(member, Enum.GetUnderlyingType(member.GetType()), CultureInfo.InvariantCulture)
            : value;
    }
}
