using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Says why a type can't cross, and what to write instead.</summary>
internal static class TypeProblems
{
    /// <summary>Why the parameter can't cross; null where the compiler says so itself.</summary>
    public static Problem? OfParameter(ParameterModel parameter, int index)
    {
        if (IsCompilersBusiness(parameter.Type) || CallbackPlanner.IsCompilersBusiness(parameter))
        {
            return null;
        }

        if (parameter.Marshaller is { } marshaller)
        {
            return Problem.OfParameter(index, ProblemId.MarshallerUnfit, $"Parameter '{parameter.Name}'", Shown(parameter.Type), marshaller.Type);
        }

        (ProblemId id, string advice) = Explain(parameter.Type, parameter.MarshalAs, isResult: false, parameter.Mode);
        return Problem.OfParameter(index, id, $"Parameter '{parameter.Name}'", Shown(parameter.Type), advice);
    }

    /// <summary>Why the result can't cross; null where the compiler says so itself.</summary>
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

        (ProblemId id, string advice) = Explain(function.Return, function.ReturnMarshalAs, isResult: true, PassingMode.Value);
        return Problem.OfReturn(id, $"The result of '{function.Name}'", Shown(function.Return), advice);
    }

    /// <summary>Whether the compiler itself refuses the type, and says so.</summary>
    public static bool IsCompilersBusiness(TypeModel type) =>
        type.Fault == TypeFault.Unresolved || type.Shape == TypeShape.Void || (type.Element is { } element && IsCompilersBusiness(element));

    private static string Shown(TypeModel type) => type.Name.Replace("global::", "");

    private static (ProblemId Id, string Advice) Explain(TypeModel type, int? marshalAs, bool isResult, PassingMode mode)
    {
        if (type is { Shape: TypeShape.SafeHandle, IsConstructible: false } && marshalAs is null && (isResult || mode is PassingMode.Out or PassingMode.Ref))
        {
            return (ProblemId.HandleNotConstructible, type.FaultDetail);
        }

        if (marshalAs is not null && DirectPlanner.NativeTypeOf(type, null) is not null)
        {
            return (ProblemId.MarshalAsUnsupported, "Remove [MarshalAs], or write the C type's own C# type");
        }

        // What a span or array holds is what stands in the way, not the span.
        TypeModel culprit = type.Element is { IsUnmanaged: false } element ? element : type;
        return culprit.Fault switch
        {
            TypeFault.NonBlittableField or TypeFault.ManagedField =>
                (ProblemId.StructNotBlittable, $"its field '{culprit.FaultDetail}' is not blittable. {FieldAdvice(culprit)}"),
            TypeFault.AutoLayout =>
                (ProblemId.StructNotBlittable, $"{FieldOwner(culprit)} has automatic layout. Use [StructLayout(LayoutKind.Sequential)]"),
            TypeFault.EmptyStruct =>
                (ProblemId.StructNotBlittable, $"{FieldOwner(culprit)} has no fields, and C and C++ disagree on its size. Give it the fields of the C struct"),
            TypeFault.NoCounterpart => (ProblemId.TypeCannotCross, $"Use {culprit.FaultDetail}"),
            TypeFault.TypeParameter => (ProblemId.TypeCannotCross, "Use a closed type"),
            TypeFault.PointerToManaged => (ProblemId.TypeCannotCross, "Use a pointer to an unmanaged type"),
            TypeFault.ManagedFunctionPointer => (ProblemId.TypeCannotCross, "Use 'delegate* unmanaged': only managed code can call this one"),
            TypeFault.MultidimensionalArray => (ProblemId.TypeCannotCross, "Use a one-dimensional array or a span over the elements"),
            _ => (ProblemId.TypeCannotCross, Advise(culprit, isResult, mode)),
        };
    }

    private static string FieldOwner(TypeModel type) => type.FaultDetail.Length == 0 ? "it" : $"its field '{type.FaultDetail}'";

    private static string FieldAdvice(TypeModel type) => type switch
    {
        { Fault: TypeFault.ManagedField } => "Use a pointer or nint in its place",
        _ when type.FaultDetail.StartsWith("bool ", StringComparison.Ordinal) => "Use byte, or put [assembly: DisableRuntimeMarshalling] in the project",
        _ when type.FaultDetail.StartsWith("char ", StringComparison.Ordinal) => "Use ushort, or put [assembly: DisableRuntimeMarshalling] in the project",
        _ => "Use a pointer or a number in its place",
    };

    private static string Advise(TypeModel type, bool isResult, PassingMode mode) => type.Shape switch
    {
        TypeShape.Span or TypeShape.ReadOnlySpan or TypeShape.Array or TypeShape.Memory or TypeShape.ReadOnlyMemory when isResult =>
            "Return a pointer: C does not say how many elements there are",
        TypeShape.Span or TypeShape.ReadOnlySpan or TypeShape.Array or TypeShape.Memory or TypeShape.ReadOnlyMemory when mode != PassingMode.Value =>
            "Pass it by value, or pass a pointer by ref",
        TypeShape.PinnedBuffer when type.Element is { Shape: TypeShape.Boolean } =>
            "Use PinnedBuffer<byte>: native code that keeps the memory may write bytes into it that are neither true nor false",
        TypeShape.String when mode == PassingMode.Out =>
            "Say whose the text is, with [FreedWith(\"symbol\")], or take it as 'out nint'",
        TypeShape.String when mode != PassingMode.Value => "Take it as 'ref nint': nothing says who owns either text",
        _ when isResult => "Return a number, a pointer or a blittable struct",
        _ => "Pass a number, a pointer, a blittable struct, or a span of them",
    };
}
