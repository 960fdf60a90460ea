using System.Globalization;
using Ffi.Headers.Digest;
using Ffi.Tool.Reading;

namespace Ffi.Tool.Explaining;

/// <summary>All that a digest says of a name.</summary>
/// <param name="Kind">The kind of declaration.</param>
/// <param name="Name">Its name.</param>
/// <param name="Source">The digest that has it.</param>
/// <param name="Header">Where it stands; null if the digest doesn't tell.</param>
/// <param name="Declarations">The declaration in C, for each group of platforms where it is the same.</param>
/// <param name="CSharp">A declaration in C# that is right on every platform; null if there is none.</param>
/// <param name="Parts">Its parameters, fields, members or value.</param>
internal sealed record Explanation(
    string Kind,
    string Name,
    string Source,
    string? Header,
    IReadOnlyList<PlatformText> Declarations,
    string? CSharp,
    IReadOnlyList<ExplainedPart> Parts)
{
    /// <summary>Its attributes.</summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];

    /// <summary>The header's comment; null if there is none or the digest holds none.</summary>
    public string? Documentation { get; init; }

    /// <summary>Explains each declaration of a name: one, or one for each group of platforms.</summary>
    public static IReadOnlyList<Explanation> Of(string name, string source, HeaderDigest digest)
    {
        DigestIndex index = new(digest);
        return
        [
            .. ItemKinds.AllOf(digest).Where(item => item.Name == name).Select(item => new Explainer(index, source).Explain(item)),
            .. digest.Enums.SelectMany(item =>
                item.Members.Where(member => member.Name == name).Select(member => new Explainer(index, source).ExplainMember(item, member))
            ),
        ];
    }
}

/// <summary>Text that holds on some platforms; null for all.</summary>
internal sealed record PlatformText(string? Platforms, string Text);

/// <summary>A part of a declaration.</summary>
/// <param name="Name">Its name; empty if it has none.</param>
/// <param name="Type">Its type, in the digest's words.</param>
/// <param name="Place">Its offset or value; empty if it has none.</param>
/// <param name="Bytes">How many bytes it has, on each platform if that differs.</param>
internal sealed record ExplainedPart(string Name, string Type, string Place, string Bytes);

/// <summary>Explains the declarations of one digest.</summary>
internal sealed class Explainer(DigestIndex index, string source)
{
    private readonly CSharpWriter _csharp = new(index);

    public Explanation Explain(CItem item)
    {
        PlatformSet platforms = item.Platforms.Intersect(index.Digest.Platforms);
        Explanation bare = new(
            ItemKinds.NameOf(ItemKinds.KindOf(item)),
            item.Name,
            source,
            item.Location?.ToString(),
            [.. ByPlatform(platforms, platform => TextOf(item, platform))],
            CSharpOf(item),
            PartsOf(item, platforms))
        {
            Attributes =
            [
                .. item.Attributes.Select(static attribute =>
                    attribute.Arguments.Length > 0 ? $"{attribute.Name}({attribute.Arguments})" : attribute.Name),
            ],
            Documentation = item.Documentation,
        };
        return bare;
    }

    public Explanation ExplainMember(CEnum item, CEnumMember member)
    {
        PlatformSet platforms = item.Platforms.Intersect(member.Platforms).Intersect(index.Digest.Platforms);
        string owner = item.Name.Length > 0 ? $"enum {item.Name}" : "an enum without a name";
        return new Explanation(
            "constant",
            member.Name,
            source,
            item.Location?.ToString(),
            [
                .. ByPlatform(
                    platforms,
                    platform => $"{member.Name} = {member.Value.On(platform).ToString(CultureInfo.InvariantCulture)} in {owner}"),
            ],
            _csharp.TypeOf(item.Type) is { } type && member.Value.IsUniform ? $"const {type} {member.Name} = {member.Value.First};" : null,
            [])
        {
            Documentation = member.Documentation,
        };
    }

    private static string TextOf(CItem item, Platform platform) =>
        item switch
        {
            CFunction function => CWriter.Prototype(function, platform),
            CRecord record =>
                $"{record.Kind.ToString().ToLowerInvariant()} {record.Name}, {record.Layout.On(platform).Size} bytes, aligned to {record.Layout.On(platform).Alignment}",
            COpaque opaque =>
                $"{opaque.Kind.ToString().ToLowerInvariant()} {opaque.Name}; its fields are hidden, so programs use pointers to it",
            CEnum numbers => $"enum {numbers.Name}, as {numbers.Type.On(platform)}",
            CTypedef typedef => $"typedef {CWriter.Declare(typedef.Type.On(platform), typedef.Name)};",
            CVariable variable =>
                $"extern {(variable.IsConst ? "const " : "")}{CWriter.Declare(variable.Type.On(platform), variable.Name)};",
            CConstant constant => $"#define {constant.Name} {constant.Value.On(platform)}",
            CMacro { Parameters: { } parameters } macro =>
                $"#define {macro.Name}({string.Join(", ", parameters)}) …; a macro, which no library exports",
            CMacro macro => $"#define {macro.Name} {macro.Body.On(platform)}",
            _ => item.Name,
        };

    private string? CSharpOf(CItem item) =>
        item switch
        {
            CFunction function => _csharp.Import(function, index.Digest.Library?.Split(' ', ',')[0]),
            CConstant { Value: { IsUniform: true, First: IntegerValue value } } constant when _csharp.TypeOf(constant.Type) is { } type =>
                $"const {type} {constant.Name} = {value};",
            CConstant { Value: { IsUniform: true, First: TextValue value } } constant => $"const string {constant.Name} = {value};",
            CTypedef typedef => _csharp.TypeOf(typedef.Type),
            _ => null,
        };

    private IReadOnlyList<ExplainedPart> PartsOf(CItem item, PlatformSet platforms) =>
        item switch
        {
            CFunction function =>
            [
                .. function.Parameters.Select(parameter => new ExplainedPart(
                    parameter.Name ?? "",
                    parameter.Type.ToString(),
                    "",
                    BytesOf(parameter.Type, platforms))),
                new ExplainedPart("result", function.Result.ToString(), "", BytesOf(function.Result, platforms)),
            ],
            CRecord record =>
            [
                .. record.Fields.Select(field => new ExplainedPart(
                    field.Name,
                    field.Type
                        + (field.BitWidth is { } width ? $":{width}" : "")
                        + (field.Platforms == PlatformSet.All ? "" : $" on {field.Platforms.ToString(index.Digest.Platforms)}"),
                    "@"
                        + Joined(
                            field.Platforms.Intersect(platforms),
                            platform =>
                                field.IsBitfield
                                    ? $"{field.BitOffset.On(platform) / 8}.{field.BitOffset.On(platform) % 8}"
                                    : $"{field.OffsetOn(platform)}"),
                    field.IsBitfield ? "" : BytesOf(field.Type, field.Platforms.Intersect(platforms)))),
            ],
            CEnum numbers =>
            [
                .. numbers.Members.Select(member => new ExplainedPart(
                    member.Name,
                    "",
                    "= "
                        + Joined(
                            member.Platforms.Intersect(platforms),
                            platform => member.Value.On(platform).ToString(CultureInfo.InvariantCulture)),
                    "")),
            ],
            CVariable variable => [new ExplainedPart("", variable.Type.ToString(), "", BytesOf(variable.Type, platforms))],
            CTypedef typedef =>
            [
                new ExplainedPart(
                    "",
                    Joined(platforms, platform => index.Resolve(typedef.Type.On(platform), platform).ToString()),
                    "",
                    BytesOf(typedef.Type, platforms)),
            ],
            _ => [],
        };

    private string BytesOf(PerPlatform<CType> type, PlatformSet platforms)
    {
        string text = Joined(
            platforms,
            platform =>
                index.LayoutOf(type.On(platform), platform) is { Size: > 0 and var size } ? size.ToString(CultureInfo.InvariantCulture) : ""
        );
        return text.Length == 0 || text.Contains(' ', StringComparison.Ordinal) ? text
            : text == "1" ? "1 byte"
            : text + " bytes";
    }

    private string Joined(PlatformSet platforms, Func<Platform, string> textOf)
    {
        PlatformText[] texts = [.. ByPlatform(platforms, textOf)];
        return texts is [{ Text: var only }] ? only : string.Join(", ", texts.Select(static text => $"{text.Text} on {text.Platforms}"));
    }

    private IEnumerable<PlatformText> ByPlatform(PlatformSet platforms, Func<Platform, string> textOf) =>
        platforms
            .GroupBy(textOf)
            .Select(group => PlatformSet.Of(group))
            .Select(group => new PlatformText(
                group == index.Digest.Platforms ? null : group.ToString(index.Digest.Platforms),
                textOf(group.First())));
}
