using System.Reflection;
using Ffi.Tests.Testing;

namespace Ffi.Generators.Tests.Documentation;

/// <summary>docs/reference/attributes.md has every attribute of the runtime, where it may stand, every property of it, and that property's
/// default.</summary>
public class AttributePageTests
{
    private static readonly string[] s_sections = File.ReadAllText(Repository.PathOf("docs/reference/attributes.md"))
        .ReplaceLineEndings("\n")
        .Split("\n## ")[1..];

    public static TheoryData<string> Attributes => [.. AttributeTypes.Select(NameOf).Order(StringComparer.Ordinal)];

    private static IEnumerable<Type> AttributeTypes =>
        typeof(NativeLibraryAttribute).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Attribute)));

    [Theory, MemberData(nameof(Attributes))]
    public void Section_SaysWhereTheAttributeMayStand(string name)
    {
        AttributeTargets targets = TypeOf(name).GetCustomAttribute<AttributeUsageAttribute>()!.ValidOn;
        string[] words =
        [
            .. Enum.GetValues<AttributeTargets>()
                .Where(target => target != AttributeTargets.All && targets.HasFlag(target))
                .Select(WordFor),
        ];

        string line = Section(name).Split('\n').Single(line => line.StartsWith("On: ", StringComparison.Ordinal));

        Assert.Equal(words.Order(), line["On: ".Length..line.IndexOf('.')].Split(", ").Order());
    }

    [Theory, MemberData(nameof(Attributes))]
    public void Section_HasARowForEachProperty_AndNoOther(string name) =>
        Assert.Equal(Properties(name).Select(property => property.Name).Order(), Rows(name).Select(row => row[0].Trim('`')).Order());

    [Theory, MemberData(nameof(Attributes))]
    public void Row_TellsTheDefault(string name)
    {
        object attribute = Create(TypeOf(name));
        Assert.All(Properties(name).Where(property => property.CanWrite), property =>
            Assert.Equal($"`{Shown(property.GetValue(attribute))}`", Rows(name).Single(row => row[0] == $"`{property.Name}`")[1]));
    }

    [Theory, MemberData(nameof(Attributes))]
    public void Row_OfAnArgument_SaysSo(string name) => Assert.All(
        Properties(name).Where(property => !property.CanWrite),
        property => Assert.Contains("argument", Rows(name).Single(row => row[0] == $"`{property.Name}`")[1], StringComparison.Ordinal));

    [Fact]
    public void Sections_AreOfAttributesThatExist() =>
        Assert.Equal(
            AttributeTypes.Select(NameOf).Order(),
            s_sections.Select(section => section[..section.IndexOf('\n')].Trim('`', '[', ']')).Order());

    private static string Section(string name) =>
        s_sections.Single(section => section.StartsWith($"`[{name}]`\n", StringComparison.Ordinal));

    private static string[][] Rows(string name) => [.. Section(name).Split('\n')
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Split('|').Select(cell => cell.Trim()).ToArray()[1..])];

    private static PropertyInfo[] Properties(string name) =>
        TypeOf(name).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    private static Type TypeOf(string name) => AttributeTypes.Single(type => NameOf(type) == name);

    private static string NameOf(Type attribute) => attribute.Name[..^"Attribute".Length];

    private static object Create(Type attribute)
    {
        ConstructorInfo constructor = attribute.GetConstructors().Single();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => parameter.ParameterType switch
        {
            { IsArray: true } => Array.Empty<string>(),
            { IsEnum: true } type => Enum.GetValues(type).GetValue(0),
            _ => (object?)"x",
        })]);
    }

    private static string Shown(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        Array { Length: 0 } => "[]",
        _ => value.ToString()!,
    };

    private static string WordFor(AttributeTargets target) =>
        target == AttributeTargets.ReturnValue ? "return value" : target.ToString().ToLowerInvariant();
}
