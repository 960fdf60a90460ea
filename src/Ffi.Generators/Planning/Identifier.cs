namespace Ffi.Generators.Planning;

/// <summary>Writes names so that C# reads them as names.</summary>
internal static class Identifier
{
    // C# specification, 6.4.4: keywords. Contextual keywords are valid names in all generated positions.
    private static readonly HashSet<string> s_keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null",
        "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte",
        "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof",
        "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    ];

    // Names of members, but not of types.
    private static readonly HashSet<string> s_typeKeywords =
    [
        "allows", "async", "await", "dynamic", "extension", "field", "file", "global", "managed", "nameof", "nint", "notnull", "nuint",
        "partial", "record", "required", "scoped", "unmanaged", "var", "where", "with", "yield",
    ];

    /// <summary>The name, with <c>@</c> in front of it where it is a keyword.</summary>
    public static string Escape(string name) => s_keywords.Contains(name) ? "@" + name : name;

    /// <summary>The name of a type, with <c>@</c> in front of it where it would not be read as one.</summary>
    public static string EscapeType(string name) => s_typeKeywords.Contains(name) ? "@" + name : Escape(name);
}
