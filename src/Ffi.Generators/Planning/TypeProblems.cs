using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Says why a type can't be passed, and what to write instead.</summary>
internal static class TypeProblems
{
    /// <summary>Why the parameter can't be passed; null if the compiler says so itself.</summary>
    public static Problem? OfParameter(ParameterModel parameter, int index)
    {
        if (IsCompilersBusiness(parameter.Type) || CallbackPlanner.IsCompilersBusiness(parameter))
        {
            return null;
        }

        if (parameter.Marshaller is { } marshaller)
        {
            return Problem.OfParameter(
                index,
                ProblemId.MarshallerUnfit,
                $"Parameter '{parameter.Name}'",
                Shown(parameter.Type),
                marshaller.Type);
        }

        if (
            ConvertedPlanner.FindCallback(parameter.Type) is { } callback
            && CallbackPlanner.FindProblem(callback, ProblemSite.Parameter(index)) is { } unfit)
        {
            return unfit;
        }

        if (ConvertedPlanner.FindUnfreed(parameter) is { } unfreed)
        {
            return Problem.OfParameter(
                index,
                ProblemId.FreedWithUnfit,
                $"Field '{unfreed}' of parameter '{parameter.Name}'",
                "structs in a span or array are not freed one by one. Pass one struct by reference");
        }

        if (ConvertedPlanner.FindProblem(parameter) is { } field)
        {
            return Problem.OfParameter(index, ProblemId.StructNotReadBack, $"Parameter '{parameter.Name}'", Shown(parameter), field);
        }

        (ProblemId id, string advice) = Explain(parameter.Type, parameter.MarshalAs, isResult: false, parameter.Mode);
        return Problem.OfParameter(index, id, $"Parameter '{parameter.Name}'", Shown(parameter), advice);
    }

    /// <summary>Why the result can't be passed; null if the compiler says so itself.</summary>
    public static Problem? OfReturn(FunctionModel function)
    {
        if (IsCompilersBusiness(function.Return))
        {
            return null;
        }

        if (function.ReturnMarshaller is { } marshaller)
        {
            return Problem.OfReturn(ProblemId.MarshallerUnfit, $"The result of '{function.Name}'", Shown(function.Return), marshaller.Type);
        }

        if (ConvertedPlanner.FindReturnProblem(function) is { } field)
        {
            return Problem.OfReturn(ProblemId.StructNotReadBack, $"The result of '{function.Name}'", Shown(function.Return), field);
        }

        (ProblemId id, string advice) = Explain(function.Return, function.ReturnMarshalAs, isResult: true, PassingMode.Value);
        return Problem.OfReturn(id, $"The result of '{function.Name}'", Shown(function.Return), advice);
    }

    /// <summary>Whether the compiler itself refuses the type, and says so.</summary>
    public static bool IsCompilersBusiness(TypeModel type) =>
        type.Fault == TypeFault.Unresolved || type.Shape == TypeShape.Void || (type.Element is { } element && IsCompilersBusiness(element));

    /// <summary>A parameter's type as it was written. How it is passed is added if that makes a difference.</summary>
    public static string Shown(ParameterModel parameter) =>
        parameter is { Type.Shape: TypeShape.String, Mode: not PassingMode.Value } ? parameter.Mode switch
        {
            PassingMode.Ref => "ref ",
            PassingMode.Out => "out ",
            PassingMode.In => "in ",
            _ => "ref readonly ",
        } + Shown(parameter.Type)
        : Shown(parameter.Type);

    private static string Shown(TypeModel type) => type.Name.Replace("global::", "");

    private static (ProblemId Id, string Advice) Explain(TypeModel type, int? marshalAs, bool isResult, PassingMode mode)
    {
        if (
            type is { Shape: TypeShape.SafeHandle, IsConstructible: false }
            && marshalAs is null
            && (isResult || mode is PassingMode.Out or PassingMode.Ref))
        {
            return (ProblemId.HandleNotConstructible, type.FaultDetail);
        }

        if (marshalAs is not null && DirectPlanner.NativeTypeOf(type, null) is not null)
        {
            return (ProblemId.MarshalAsUnsupported, "Remove [MarshalAs], or use the C# type that has the same bytes as the C type");
        }

        if (
            marshalAs is not null
            && !isResult
            && mode == PassingMode.Value
            && type
                is { Shape: TypeShape.String }
                    or { Shape: TypeShape.Array, Element: { IsUnmanaged: true } or { Shape: TypeShape.String } })
        {
            return (ProblemId.MarshalAsUnsupported, type.Shape == TypeShape.Array
                ? "Remove [MarshalAs]: C passes arrays as pointers to their elements"
                : "Remove [MarshalAs], or write LPUTF8Str, LPWStr, LPStr or BStr");
        }

        if (type.Shape == TypeShape.String && mode is PassingMode.Out or PassingMode.Ref)
        {
            return (
                ProblemId.TextWithoutOwner,
                mode == PassingMode.Out
                    ? "Say who frees it with [FreedWith(\"symbol\")], name a marshaller that does, such as [MarshalUsing(typeof(Utf8StringMarshaller))], or declare 'out nint' and copy the text"
                    : "Name a marshaller that does, such as [MarshalUsing(typeof(Utf8StringMarshaller))], or declare 'ref nint' and copy the text"
            );
        }

        // The obstacle is the element type, not the span or array.
        TypeModel culprit = type.Element is { IsUnmanaged: false } element ? element : type;
        if (culprit.Counterpart is { Fault: not FieldFault.Unresolved } counterpart)
        {
            return counterpart.Fault != FieldFault.None ? (ProblemId.StructNotBlittable, FieldProblems.Explain(counterpart, culprit))
                : marshalAs is not null ? (ProblemId.MarshalAsUnsupported, "Remove [MarshalAs]: its fields are converted without it")
                : (ProblemId.TypeCannotCross, FieldProblems.AdvisePlace(counterpart, isResult));
        }

        return culprit.Fault switch
        {
            TypeFault.NonBlittableField or TypeFault.ManagedField or TypeFault.ArrayField or TypeFault.ConvertedField => (
                ProblemId.StructNotBlittable,
                $"its field '{culprit.FaultDetail}' is not the same bytes in C. {FieldProblems.AdviseField(culprit)}"),
            TypeFault.AutoLayout => (ProblemId.StructNotBlittable, $"{FieldOwner(culprit)} has automatic layout. {LayoutAdvice(culprit)}"),
            TypeFault.OpaqueStruct => (
                ProblemId.StructNotBlittable,
                $"{FieldOwner(culprit)} has a size but no fields, and C passes a struct by the types of its fields. Pass it by ref, or give it the fields of the C struct"
            ),
            TypeFault.EmptyStruct => (
                ProblemId.StructNotBlittable,
                $"{FieldOwner(culprit)} has no fields, and C and C++ disagree on its size. Give it the fields of the C struct"),
            TypeFault.NoCounterpart => (ProblemId.TypeCannotCross, $"Use {culprit.FaultDetail}"),
            TypeFault.TypeParameter => (ProblemId.TypeCannotCross, "Use a closed type"),
            TypeFault.PointerToManaged => (ProblemId.TypeCannotCross, "Use a pointer to an unmanaged type"),
            TypeFault.ManagedFunctionPointer => (
                ProblemId.TypeCannotCross,
                "Use 'delegate* unmanaged': only managed code can call this one"),
            TypeFault.MultidimensionalArray => (ProblemId.TypeCannotCross, "Use a one-dimensional array or a span over the elements"),
            _ => (ProblemId.TypeCannotCross, Advise(culprit, isResult, mode)),
        };
    }

    private static string FieldOwner(TypeModel type) => type.FaultDetail.Length == 0 ? "it" : $"its field '{type.FaultDetail}'";

    private static string LayoutAdvice(TypeModel type)
    {
        string culprit = type.FaultDetail.Length == 0 ? Shown(type) : type.FaultDetail;
        return culprit.StartsWith("(", StringComparison.Ordinal) || culprit.StartsWith("System.ValueTuple<", StringComparison.Ordinal)
                ? "Declare a struct with the fields of the C struct in place of the tuple"
            : culprit.StartsWith("System.", StringComparison.Ordinal) ? "Use the number that the C type has, such as long"
            : "Use [StructLayout(LayoutKind.Sequential)]";
    }

    private static string Advise(TypeModel type, bool isResult, PassingMode mode) =>
        type.Shape switch
        {
            TypeShape.Span or TypeShape.ReadOnlySpan or TypeShape.Array or TypeShape.Memory or TypeShape.ReadOnlyMemory when isResult =>
                "Return a pointer: C does not say how many elements there are",
            TypeShape.Span
            or TypeShape.ReadOnlySpan
            or TypeShape.Array
            or TypeShape.Memory
            or TypeShape.ReadOnlyMemory when mode != PassingMode.Value => "Pass it by value, or pass a pointer by ref",
            TypeShape.PinnedBuffer when type.Element is { Shape: TypeShape.Boolean } =>
                "Use PinnedBuffer<byte>: native code that keeps the memory may write bytes into it that are neither true nor false",
            TypeShape.String when mode != PassingMode.Value => "Pass it by value",
            _ when isResult => "Return a number, a pointer or a blittable struct",
            _ => "Pass a number, a pointer, a blittable struct, or a span of them",
        };
}
