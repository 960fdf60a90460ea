using System.Numerics;
using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Tests.Checking;

/// <summary>A declaration with one mistake.</summary>
internal sealed record Mutant(string Kind, string Where, DeclarationSet Declarations);

/// <summary>Makes the mistakes that people make.</summary>
internal static class Mutants
{
    /// <summary>Each mistake that can be made in a library's declarations, once.</summary>
    public static IEnumerable<Mutant> Of(
        IEnumerable<ManagedFunction> functions,
        IEnumerable<ManagedConstant> constants,
        IEnumerable<ManagedEnum> enums
    ) => [.. functions.SelectMany(Of), .. constants.Select(OfConstant), .. enums.SelectMany(OfEnum)];

    private static IEnumerable<Mutant> Of(ManagedFunction function)
    {
        ManagedParameter[] parameters = [.. function.Signature.Parameters];
        for (int index = 0; index < parameters.Length; index++)
        {
            ManagedParameter parameter = parameters[index];
            foreach (var (kind, shape) in Change(parameter.Shape))
            {
                yield return Make(kind, function, [.. parameters[..index], parameter with { Shape = shape }, .. parameters[(index + 1)..]]);
            }

            yield return Make("missing parameter", function, [.. parameters[..index], .. parameters[(index + 1)..]]);
            if (index > 0 && CanSwap(parameters[index - 1], parameter))
            {
                yield return Make(
                    "swapped parameters",
                    function,
                    [.. parameters[..(index - 1)], parameter, parameters[index - 1], .. parameters[(index + 1)..]]);
            }
        }

        foreach (var (kind, shape) in Change(function.Signature.Result.Shape))
        {
            yield return new Mutant(
                kind,
                function.Symbol,
                Set(function with { Signature = function.Signature with { Result = new ManagedResult(shape) } }));
        }

        // A delegate is known by its type's name: with another name it is another type.
        if (function.Library is null)
        {
            yield break;
        }

        int at = function.Symbol.Length / 2;
        string wrong = function.Symbol[..at] + (function.Symbol[at] == 'x' ? 'y' : 'x') + function.Symbol[(at + 1)..];
        yield return new Mutant("wrong symbol", function.Symbol, Set(function with { Symbol = wrong }));
    }

    // Where both are alike, a swap changes nothing but names, and only if they have any. So does one of two pointers if one of them doesn't
    // say what it points to.
    private static bool CanSwap(ManagedParameter one, ManagedParameter other) => one.Shape.ToString() != other.Shape.ToString()
        && !(SaysNothing(one.Shape) && IsPointer(other.Shape)) && !(SaysNothing(other.Shape) && IsPointer(one.Shape));

    private static bool SaysNothing(ValueShape shape) =>
        shape
            is UnknownShape
                or AddressShape
                or TextShape
                or IntegerShape { Width: IntegerWidth.Native }
                or PointerShape { Target: AddressShape or PointerShape or TextShape or UnknownShape }
                or PointerShape { Target: IntegerShape { Width: IntegerWidth.One or IntegerWidth.Native } };

    private static bool IsPointer(ValueShape shape) => SaysNothing(shape) || shape is PointerShape or CallbackShape;

    private static IEnumerable<(string Kind, ValueShape Shape)> Change(ValueShape shape)
    {
        switch (shape)
        {
            case IntegerShape integer:
                yield return ("width", integer with { Width = Other(integer.Width) });
                yield return ("floating-point for whole", new FloatShape(8));
                if (integer.Width is IntegerWidth.Two or IntegerWidth.Four or IntegerWidth.Eight)
                {
                    yield return ("sign", integer with { IsSigned = !integer.IsSigned });
                }

                break;
            case FloatShape floating:
                yield return ("width", new FloatShape(floating.Bytes == 4 ? 8 : 4));
                yield return ("whole for floating-point", new IntegerShape(IntegerWidth.Four, IsSigned: true));
                break;
            case BooleanShape truth:
                yield return ("width", new BooleanShape(truth.Bytes == 4 ? 1 : 4));
                break;
            case EnumShape { Enum: var numbers }:
                yield return (
                    "width",
                    new EnumShape(
                        new ManagedEnum(numbers.Name, new IntegerShape(IntegerWidth.Eight, IsSigned: true), () => numbers.Members)));
                break;
            case TextShape { Encoding: TextEncoding.Bytes }:
                yield return ("encoding", new TextShape(TextEncoding.Utf16));
                break;
            case StructShape:
                yield return ("pointer for value", new PointerShape(shape, PointerKind.In));
                break;
            case PointerShape { Target: StructShape { Struct: var type } target } pointer:
                yield return ("value for pointer", target);
                foreach (var (kind, changed) in Change(type))
                {
                    yield return (kind, pointer with { Target = new StructShape(changed) });
                }

                break;
            case PointerShape { Kind: not PointerKind.Array, Target: IntegerShape target } pointer:
                yield return ("width behind a pointer", pointer with { Target = target with { Width = Other(target.Width) } });
                if (target.Width is IntegerWidth.Two or IntegerWidth.Four or IntegerWidth.Eight)
                {
                    yield return ("sign behind a pointer", pointer with { Target = target with { IsSigned = !target.IsSigned } });
                }

                break;
            case CallbackShape { Callback.Signature: { Parameters.Count: > 0 } signature }:
                ManagedSignature shorter = signature with { Parameters = signature.Parameters.Skip(1).ToEquatableArray() };
                yield return ("callback", new CallbackShape(new ManagedCallback("Shorter", () => shorter)));
                break;
        }
    }

    // What is dropped moves what is behind it up, as in a struct whose fields are written one after the other.
    private static IEnumerable<(string Kind, ManagedStruct Type)> Change(ManagedStruct type)
    {
        ManagedField[] fields = [.. type.Fields];
        for (int index = 0; index < fields.Length && fields.Length > 1; index++)
        {
            yield return ("dropped field", Sequential(type, [.. fields[..index], .. fields[(index + 1)..]]));
            if (fields[index].Shape is IntegerShape integer)
            {
                yield return (
                    "width of a field",
                    Sequential(
                        type,
                        [
                            .. fields[..index],
                            fields[index] with
                            {
                                Shape = integer with { Width = Other(integer.Width) },
                            },
                            .. fields[(index + 1)..],
                        ]));
            }

            if (index > 0 && !(IsPointer(fields[index - 1].Shape) && IsPointer(fields[index].Shape)))
            {
                yield return (
                    "swapped fields",
                    Sequential(type, [.. fields[..(index - 1)], fields[index], fields[index - 1], .. fields[(index + 1)..]]));
            }
        }
    }

    private static ManagedStruct Sequential(ManagedStruct type, ManagedField[] fields) => new(type.Name, () => fields);

    private static IntegerWidth Other(IntegerWidth width) => width switch
    {
        IntegerWidth.One => IntegerWidth.Four,
        IntegerWidth.Four => IntegerWidth.Eight,
        IntegerWidth.CLong => IntegerWidth.Four,
        _ => IntegerWidth.Four,
    };

    private static Mutant OfConstant(ManagedConstant constant)
    {
        BigInteger value = ((IntegerValue)constant.Value).Value;
        return new Mutant(
            "wrong constant",
            constant.Name,
            new DeclarationSet { Constants = [constant with { Value = new IntegerValue(value + 1) }] });
    }

    private static IEnumerable<Mutant> OfEnum(ManagedEnum numbers)
    {
        for (int index = 0; index < numbers.Members.Count; index++)
        {
            ManagedEnumMember[] members = [.. numbers.Members];
            members[index] = members[index] with { Value = members[index].Value + 1 };
            yield return new Mutant(
                "wrong member",
                members[index].Name,
                new DeclarationSet { Enums = [new ManagedEnum(numbers.Name, numbers.Underlying, () => members)] });
        }
    }

    private static Mutant Make(string kind, ManagedFunction function, ManagedParameter[] parameters) =>
        new(
            kind,
            function.Symbol,
            Set(function with { Signature = function.Signature with { Parameters = parameters.ToEquatableArray() } }));

    private static DeclarationSet Set(ManagedFunction function) => new() { Functions = [function] };
}
