using Ffi.Headers.Digest;

namespace Ffi.Tool.Reading;

/// <summary>A kind of declaration, as people ask for it.</summary>
internal enum ItemKind
{
    Function,
    Struct,
    Union,
    Opaque,
    Enum,
    Typedef,
    Variable,
    Constant,
    Macro,
}

/// <summary>Tells kinds of declarations.</summary>
internal static class ItemKinds
{
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<ItemKind>().Select(NameOf)];

    public static string NameOf(ItemKind kind) => kind.ToString().ToLowerInvariant();

    public static ItemKind KindOf(CItem item) => item switch
    {
        CFunction => ItemKind.Function,
        CRecord { Kind: RecordKind.Struct } => ItemKind.Struct,
        CRecord => ItemKind.Union,
        COpaque => ItemKind.Opaque,
        CEnum => ItemKind.Enum,
        CTypedef => ItemKind.Typedef,
        CVariable => ItemKind.Variable,
        CConstant => ItemKind.Constant,
        CMacro => ItemKind.Macro,
        _ => throw new InvalidOperationException($"{item.GetType()} has no kind."),
    };

    /// <summary>Every declaration, functions first.</summary>
    public static IEnumerable<CItem> AllOf(HeaderDigest digest) =>
        [
            .. digest.Functions,
            .. digest.Records,
            .. digest.Opaques,
            .. digest.Enums,
            .. digest.Typedefs,
            .. digest.Variables,
            .. digest.Constants,
            .. digest.Macros,
        ];
}
