using System.Text.RegularExpressions;
using Ffi.Tests.Testing;

namespace Ffi.Generators.Tests.Documentation;

/// <summary>docs/reference/types.md names every type that a program may use, and no other.</summary>
public partial class PublicTypePageTests
{
    private static readonly string s_page = File.ReadAllText(Repository.PathOf("docs/reference/types.md")).ReplaceLineEndings("\n");

    public static TheoryData<string> Types => [.. PublicTypes.Order(StringComparer.Ordinal)];

    private static IEnumerable<string> PublicTypes =>
        typeof(NativeModule).Assembly.GetExportedTypes().Where(type => type.Namespace == nameof(Ffi)).Select(NameOf);

    [Theory, MemberData(nameof(Types))]
    public void Page_NamesTheType(string name) => Assert.Contains($"`{name}`", s_page, StringComparison.Ordinal);

    [Fact]
    public void Page_NamesNoTypeThatDoesNotExist() =>
        Assert.Empty(
            s_page
                .Split('\n')
                .Select(line => FirstCell().Match(line).Value)
                .SelectMany(cell => Code().Matches(cell).Select(code => code.Groups[1].Value))
                .Except(PublicTypes));

    // As a page writes it: NativeCallback<TDelegate>, and Outer.Inner.
    private static string NameOf(Type type)
    {
        string name =
            type.Name.Split('`')[0]
            + (type.IsGenericType ? $"<{string.Join(", ", type.GetGenericArguments().Select(argument => argument.Name))}>" : "");
        return type.DeclaringType is { } outer ? $"{NameOf(outer)}.{name}" : name;
    }

    [GeneratedRegex(@"^\|[^|]*`[^|]*\|")]
    private static partial Regex FirstCell();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
