using Ffi.Headers.Digest;

namespace Ffi.Tool.Explaining;

/// <summary>Writes declarations as C programs do.</summary>
internal static class CWriter
{
    /// <summary>A prototype.</summary>
    public static string Prototype(CFunction function, Platform platform)
    {
        IEnumerable<string> parameters = function.Parameters.Select(parameter =>
            parameter.Count is { } count && parameter.Type.On(platform) is PointerType array
                ? (array.IsConst ? "const " : "") + Declare(array.Target, $"{parameter.Name}[{count}]")
                : Declare(parameter.Type.On(platform), parameter.Name ?? ""));
        return (function.IsInline ? "static inline " : "")
            + Declare(function.Result.On(platform), $"{function.Name}({ListOf(parameters, function.IsVariadic, function.IsUnprototyped)})")
            + ";";
    }

    /// <summary>A declaration of a name: <c>int (*compare)(const void *, const void *)</c>.</summary>
    public static string Declare(CType type, string name) =>
        type switch
        {
            PrimitiveType { Primitive: var primitive } => Join(NameOf(primitive), name),
            NamedType named => Join(named.Name, name),
            PointerType { Target: FunctionType or ArrayType } pointer => Declare(pointer.Target, $"(*{name})"),
            // A const behind a pointer to pointers stands between the stars.
            PointerType { Target: PointerType, IsConst: true } pointer => Declare(pointer.Target, "const *" + name),
            PointerType pointer => (pointer.IsConst ? "const " : "") + Declare(pointer.Target, "*" + name),
            ArrayType array => Declare(array.Element, $"{name}[{array.Length}]"),
            FunctionType function => Declare(
                function.Result,
                $"{name}({ListOf(function.Parameters.Select(static parameter => Declare(parameter.Type, parameter.Name ?? "")), function.IsVariadic, isUnprototyped: false)})"
            ),
            ComplexType complex => Join($"{NameOf(complex.Part)} _Complex", name),
            _ => Join(type.ToString(), name),
        };

    private static string ListOf(IEnumerable<string> parameters, bool isVariadic, bool isUnprototyped)
    {
        string list = string.Join(", ", isVariadic ? parameters.Append("...") : parameters);
        return list.Length > 0 || isUnprototyped ? list : "void";
    }

    private static string Join(string type, string name) => name.Length == 0 ? type : $"{type} {name}";

    private static string NameOf(Primitive primitive) => primitive switch
    {
        Primitive.I8 => "int8_t",
        Primitive.U8 => "uint8_t",
        Primitive.I16 => "int16_t",
        Primitive.U16 => "uint16_t",
        Primitive.I32 => "int",
        Primitive.U32 => "unsigned int",
        Primitive.I64 => "int64_t",
        Primitive.U64 => "uint64_t",
        Primitive.I128 => "__int128",
        Primitive.U128 => "unsigned __int128",
        Primitive.ULong => "unsigned long",
        Primitive.F16 => "_Float16",
        Primitive.F32 => "float",
        Primitive.F64 => "double",
        Primitive.F128 => "_Float128",
        Primitive.LongDouble => "long double",
        _ => PrimitiveFacts.NameOf(primitive),
    };
}
