using System.Reflection;
using Ffi.Headers.Checking.Declarations;

namespace Ffi.Tool.Assemblies.Types;

/// <summary>By which rules values are passed if nothing is specified.</summary>
/// <param name="Converter">Who converts.</param>
/// <param name="Text">How text is encoded.</param>
/// <param name="CharacterBytes">How many bytes a character has; 0 if that depends on the system.</param>
internal sealed record MarshalRules(Converter Converter, TextEncoding Text, int CharacterBytes)
{
    /// <summary>As values are in managed memory: what a pointer shows to native code.</summary>
    public static MarshalRules Raw { get; } = new(Converter.Nobody, TextEncoding.Utf16, 2);

    /// <summary>As functions that Ffi binds take them.</summary>
    public static MarshalRules Ffi { get; } = new(Converter.Ffi, TextEncoding.Bytes, 2);

    /// <summary>As the runtime converts for ANSI, which is C#'s default.</summary>
    public static MarshalRules Ansi { get; } = new(Converter.Runtime, TextEncoding.Bytes, 1);

    /// <summary>As the runtime converts for UTF-16.</summary>
    public static MarshalRules Unicode { get; } = new(Converter.Runtime, TextEncoding.Utf16, 2);

    /// <summary>As the runtime converts for what the system takes.</summary>
    public static MarshalRules Auto { get; } = new(Converter.Runtime, TextEncoding.Auto, 0);

    /// <summary>How many bytes a truth value has: the runtime makes a BOOL of it.</summary>
    public int BooleanBytes => Converter == Converter.Runtime ? 4 : 1;

    /// <summary>As the runtime converts the fields of a type.</summary>
    public static MarshalRules Of(TypeAttributes type) => (type & TypeAttributes.StringFormatMask) switch
    {
        TypeAttributes.UnicodeClass => Unicode,
        TypeAttributes.AutoClass => Auto,
        _ => Ansi,
    };

    /// <summary>As the runtime converts for an import.</summary>
    public static MarshalRules Of(MethodImportAttributes import) => (import & MethodImportAttributes.CharSetMask) switch
    {
        MethodImportAttributes.CharSetUnicode => Unicode,
        MethodImportAttributes.CharSetAuto => Auto,
        _ => Ansi,
    };
}

/// <summary>Who makes native values of managed ones.</summary>
internal enum Converter
{
    Nobody,
    Runtime,
    Ffi,
}
