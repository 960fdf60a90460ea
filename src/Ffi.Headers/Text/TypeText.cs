using System.Text;
using Ffi.Headers.Digest;

namespace Ffi.Headers.Text;

/// <summary>Types as a digest writes them: from left to right, pointers and arrays behind what they are made of.</summary>
internal static class TypeText
{
    public static string Of(CType type) => Write(new StringBuilder(), type).ToString();

    public static StringBuilder Write(StringBuilder text, CType type) => type switch
    {
        PrimitiveType { Primitive: var primitive } => text.Append(PrimitiveFacts.NameOf(primitive)),
        NamedType { Name: var name } => text.Append(NameText.OfType(name)),
        PointerType { Target: FunctionType function, IsConst: false } => WriteFunction(text.Append("fn*"), function),
        PointerType { Target: var target, IsConst: var isConst } => WriteInner(text, target).Append(isConst ? " const*" : "*"),
        ArrayType array => WriteArray(text, array),
        VectorType { Element: var element, Length: var length } => WriteInner(text, element).Append('<').Append(length).Append('>'),
        ComplexType { Part: var part } => text.Append("complex ").Append(PrimitiveFacts.NameOf(part)),
        FunctionType function => WriteFunction(text.Append("fn"), function),
        _ => throw new InvalidOperationException($"{type.GetType()} has no text."),
    };

    /// <summary>Parameters as they stand between the brackets.</summary>
    public static StringBuilder WriteParameters(StringBuilder text, IEnumerable<Action<StringBuilder>> parameters, bool isVariadic)
    {
        text.Append('(');
        bool isFirst = true;
        foreach (Action<StringBuilder> parameter in parameters)
        {
            text.Append(isFirst ? "" : ", ");
            parameter(text);
            isFirst = false;
        }

        return text.Append(!isVariadic ? "" : isFirst ? "..." : ", ...").Append(')');
    }

    // As in C, the first bracket is the outermost array: i32[2][3] is two arrays of three.
    private static StringBuilder WriteArray(StringBuilder text, ArrayType array)
    {
        CType innermost = array;
        StringBuilder brackets = new();
        while (innermost is ArrayType { Element: var element, Length: var length })
        {
            brackets.Append('[').Append(length).Append(']');
            innermost = element;
        }

        return WriteInner(text, innermost).Append(brackets);
    }

    // What ends in a result would take what follows for the result's.
    private static StringBuilder WriteInner(StringBuilder text, CType type) => EndsInResult(type)
        ? Write(text.Append('('), type).Append(')')
        : Write(text, type);

    private static bool EndsInResult(CType type) => type is FunctionType or PointerType { Target: FunctionType, IsConst: false };

    private static StringBuilder WriteFunction(StringBuilder text, FunctionType function)
    {
        if (function.Convention != CallingConvention.C)
        {
            text.Append(' ').Append(ConventionText.Of(function.Convention)).Append(' ');
        }

        WriteParameters(text, function.Parameters.Select(Parameter), function.IsVariadic);
        return Write(text.Append(" -> "), function.Result);
    }

    private static Action<StringBuilder> Parameter(FunctionTypeParameter parameter) => text =>
        Write(parameter.Name is { } name ? text.Append(NameText.OrNothing(name)).Append(": ") : text, parameter.Type);
}
