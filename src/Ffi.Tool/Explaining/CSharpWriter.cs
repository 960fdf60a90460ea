using Ffi.Headers.Digest;

namespace Ffi.Tool.Explaining;

/// <summary>Writes the plainest declaration that is right on every platform: pointers, numbers, and no conversion.</summary>
internal sealed class CSharpWriter(DigestIndex index)
{
    private static readonly HashSet<string> s_keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "byte", "case", "catch", "checked", "class", "decimal", "delegate", "event", "explicit", "false",
        "finally", "fixed", "foreach", "implicit", "in", "interface", "internal", "is", "lock", "namespace", "new", "null", "object",
        "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "sbyte", "sealed", "stackalloc",
        "string", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual",
    };

    /// <summary>An import; null if no declaration is right on all platforms, or C# has none.</summary>
    public string? Import(CFunction function, string? library)
    {
        if (function.IsInline || function.IsVariadic)
        {
            return null;
        }

        string?[] parameters = [.. function.Parameters.Select((parameter, number) => Parameter(parameter, number))];
        return TypeOf(function.Result) is { } result && parameters.All(static parameter => parameter is not null)
            ? $"[DllImport(\"{library ?? "LIBRARY"}\")] static extern unsafe {result} {Escape(function.Name)}({string.Join(", ", parameters)});"
            : null;
    }

    /// <summary>The type of a value; null if none is right on all platforms.</summary>
    public string? TypeOf(PerPlatform<CType> type)
    {
        string?[] names = [.. index.Digest.Platforms.Select(platform => TypeOf(type.On(platform), platform)).Distinct()];
        return names is [var only] ? only : null;
    }

    private string? Parameter(CParameter parameter, int number) =>
        TypeOf(parameter.Type) is { } type ? $"{type} {Escape(parameter.Name ?? $"arg{number + 1}")}" : null;

    private string? TypeOf(CType type, Platform platform) => index.Resolve(type, platform) switch
    {
        PrimitiveType { Primitive: var primitive } => NameOf(primitive),
        PointerType { Target: var target } => TargetOf(target, platform),
        NamedType { Name: var name } => index.FindType(name, platform) switch
        {
            CEnum { Type: var underlying } => TypeOf(underlying.On(platform), platform),
            CRecord => name,
            _ => null,
        },
        FunctionType function => Pointer(function, platform),
        _ => null,
    };

    private string TargetOf(CType target, Platform platform) => index.Resolve(target, platform) switch
    {
        FunctionType function => Pointer(function, platform),
        PrimitiveType { Primitive: Primitive.Void } => "void*",
        PointerType => "nint*",
        // What nothing in C# is like is an address.
        var resolved => TypeOf(resolved, platform) is { } name ? name + "*" : "nint",
    };

    private string Pointer(FunctionType function, Platform platform)
    {
        string?[] types = [.. function.Parameters.Select(parameter => TypeOf(parameter.Type, platform)), TypeOf(function.Result, platform)];
        return function.IsVariadic || types.Any(static type => type is null)
            ? "nint"
            : $"delegate* unmanaged[Cdecl]<{string.Join(", ", types)}>";
    }

    private static string? NameOf(Primitive primitive) => primitive switch
    {
        Primitive.Void => "void",
        // A bool would be converted from four bytes.
        Primitive.Bool or Primitive.Char or Primitive.U8 => "byte",
        Primitive.I8 => "sbyte",
        Primitive.I16 => "short",
        Primitive.U16 or Primitive.Char16T => "ushort",
        Primitive.I32 => "int",
        Primitive.U32 or Primitive.Char32T => "uint",
        Primitive.I64 => "long",
        Primitive.U64 => "ulong",
        Primitive.I128 => "Int128",
        Primitive.U128 => "UInt128",
        Primitive.Long => "CLong",
        Primitive.ULong => "CULong",
        Primitive.F16 => "Half",
        Primitive.F32 => "float",
        Primitive.F64 => "double",
        Primitive.SizeT or Primitive.UIntPtrT => "nuint",
        Primitive.SSizeT or Primitive.PtrDiffT or Primitive.IntPtrT => "nint",
        _ => null,
    };

    private static string Escape(string name) => s_keywords.Contains(name) ? "@" + name : name;
}
