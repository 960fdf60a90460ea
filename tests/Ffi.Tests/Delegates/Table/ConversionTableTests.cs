using Ffi.Tests.Testing;

namespace Ffi.Tests.Delegates.Table;

/// <summary>Holds all ways of binding to one table: docs/reference/conversion.md.</summary>
public sealed class ConversionTableTests
{
    public static TheoryData<string> Rows()
    {
        TheoryData<string> names = [];
        foreach (TableRow row in ConversionTable.Rows)
        {
            names.Add(row.Name);
        }

        return names;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void ACall_ConvertsAsTheTableSays(string name) => VerifyGenerated(name, BindingForm.Call);

    [Theory]
    [MemberData(nameof(Rows))]
    public void APrivateType_ConvertsTheSame(string name) => VerifyGenerated(name, BindingForm.PrivateType);

    [Theory]
    [MemberData(nameof(Rows))]
    public void AMethodGroup_ConvertsTheSame(string name) => VerifyCompiledAtRunTime(name, BindingForm.MethodGroup);

    [Theory]
    [MemberData(nameof(Rows))]
    public void AnExpressionTree_ConvertsTheSame(string name) => VerifyGenerated(name, BindingForm.ExpressionTree);

    [Theory]
    [MemberData(nameof(Rows))]
    public void ATypeParameter_ConvertsTheSame(string name) => VerifyCompiledAtRunTime(name, BindingForm.OpenType);

    [Theory]
    [MemberData(nameof(Rows))]
    public void ATypeObject_ConvertsTheSame(string name) => VerifyCompiledAtRunTime(name, BindingForm.TypeObject);

    [Fact]
    public void EachRowOfTheDocument_HasADelegateTypeHere()
    {
        string[] cells = CellsOf(File.ReadAllLines(Repository.PathOf("docs/reference/conversion.md")));

        Assert.InRange(cells.Length, 20, 60);
        Assert.Equal(cells.Order(), ConversionTable.Rows.Select(static row => row.Cell).OfType<string>().Distinct().Order());
    }

    private static void VerifyGenerated(string name, BindingForm form)
    {
        TableRow row = Find(name);

        Assert.Equal(row.Expected, row.Exercise(form, out NativePath path));
        Assert.True(path is NativePath.Direct or NativePath.Scoped, $"The path is {path}.");
    }

    private static void VerifyCompiledAtRunTime(string name, BindingForm form)
    {
        TableRow row = Find(name);
        if (row.Refusal is { } refusal)
        {
            Assert.Contains(
                refusal,
                Assert.Throws<NotSupportedException>(() => row.Exercise(form, out _)).Message,
                StringComparison.Ordinal);
            return;
        }

        Assert.Equal(row.Expected, row.Exercise(form, out NativePath path));
        Assert.Equal(NativePath.Dynamic, path);
    }

    private static TableRow Find(string name) => ConversionTable.Rows.Single(row => row.Name == name);

    // The first cells of the tables of what is passed, each below a head line and a rule.
    private static string[] CellsOf(string[] lines) =>
        [
            .. lines
                .SkipWhile(static line => !line.StartsWith("| C# | C |", StringComparison.Ordinal))
                .Skip(2)
                .TakeWhile(static line => line.StartsWith('|'))
                .Concat(
                    lines
                        .SkipWhile(static line => !line.StartsWith("| C passes |", StringComparison.Ordinal))
                        .Skip(2)
                        .TakeWhile(static line => line.StartsWith('|')))
                .Select(static line => line.Split('|')[1].Trim()),
        ];
}
