using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>What the framework's reference assemblies don't tell of its structs: they have other fields, and no layout.</summary>
/// <remarks><c>FrameworkLayoutTests</c> compares each public struct with the running framework, and says what belongs here.</remarks>
internal static class FrameworkLayouts
{
    private static readonly HashSet<string> s_automatic =
    [
        "System.DateTime",
        "System.DateTimeOffset",
        "System.TimeZoneInfo+TransitionTime",
        "System.ValueTuple`2",
        "System.ValueTuple`3",
        "System.ValueTuple`4",
        "System.ValueTuple`5",
        "System.ValueTuple`6",
        "System.ValueTuple`7",
        "System.ValueTuple`8",
    ];

    private static readonly Dictionary<string, string> s_hiddenFields = new()
    {
        ["System.ConsoleKeyInfo"] = "char _keyChar",
        ["System.Data.SqlTypes.SqlByte"] = "bool m_fNotNull",
        ["System.Data.SqlTypes.SqlDateTime"] = "bool m_fNotNull",
        ["System.Data.SqlTypes.SqlDouble"] = "bool m_fNotNull",
        ["System.Data.SqlTypes.SqlGuid"] = "bool _value.hasValue",
        ["System.Data.SqlTypes.SqlInt16"] = "bool m_fNotNull",
        ["System.Data.SqlTypes.SqlInt32"] = "bool m_fNotNull",
        ["System.Data.SqlTypes.SqlInt64"] = "bool m_fNotNull",
        ["System.Data.SqlTypes.SqlMoney"] = "bool _fNotNull",
        ["System.Data.SqlTypes.SqlSingle"] = "bool m_fNotNull",
        ["System.Formats.Asn1.AsnReaderOptions"] = "bool SkipSetSortOrderVerification",
        ["System.Runtime.InteropServices.Marshalling.ComVariant"] = "decimal _typeUnion._decimal",
        ["System.Text.Json.JsonDocumentOptions"] = "bool AllowTrailingCommas",
        ["System.Text.Json.JsonReaderOptions"] = "bool AllowTrailingCommas",
        ["System.Text.Json.Nodes.JsonNodeOptions"] = "bool PropertyNameCaseInsensitive",
        ["System.Threading.AsyncLocalValueChangedArgs`1"] = "bool ThreadContextChanged",
        ["System.Threading.NamedWaitHandleOptions"] = "bool _notCurrentUserOnly",
        ["System.Threading.Tasks.ParallelLoopResult"] = "bool _completed",
        ["System.UriCreationOptions"] = "bool _disablePathAndQueryCanonicalization",
    };

    /// <summary>Whether the runtime chooses the order of the fields of a compiled struct, whatever its assembly says.</summary>
    public static bool IsAutomatic(INamedTypeSymbol type) => s_automatic.Contains(NameOf(type));

    /// <summary>The field of a compiled struct that isn't the same bytes in C, and that its assembly may not show; null for
    /// others.</summary>
    public static string? HiddenFieldOf(INamedTypeSymbol type) =>
        type.OriginalDefinition.MetadataToken != 0 && s_hiddenFields.TryGetValue(NameOf(type), out string? field) ? field : null;

    private static string NameOf(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? $"{NameOf(outer)}+{type.MetadataName}"
        : type.ContainingNamespace.IsGlobalNamespace ? type.MetadataName
        : $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}";
}
