using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>What of a callback's signature can't be passed.</summary>
/// <param name="Part">The parameter, the result or the calling convention, as messages name it.</param>
/// <param name="Type">Its type, or what is wrong with the convention.</param>
/// <param name="Advice">What to write instead.</param>
/// <param name="IsCompilersBusiness">Whether the compiler refuses the type itself, and says so.</param>
internal sealed record CallbackCulprit(string Part, string Type, string Advice, bool IsCompilersBusiness)
{
    public static CallbackCulprit OfParameter(ParameterModel parameter) =>
        Of(
            $"Parameter '{parameter.Name}'",
            parameter.Type,
            TypeProblems.Shown(parameter),
            parameter.Type.Shape switch
            {
                TypeShape.Delegate => "Take nint, and call it through NativeDelegate.FromPointer",
                TypeShape.Span or TypeShape.ReadOnlySpan or TypeShape.Array or TypeShape.Memory or TypeShape.ReadOnlyMemory =>
                    "Take a pointer, or a span with [NulTerminated] or [LengthFrom]",
                TypeShape.String when parameter.Mode != PassingMode.Value => "Take nint*, and read or write the text's address there",
                TypeShape.SafeHandle or TypeShape.BorrowedHandle => "Take nint: the handle belongs to native code",
                _ when parameter.Type.Counterpart is { Fault: FieldFault.None, IsHidden: true } =>
                    "Make the struct internal or public, so that generated code can name it",
                _ when parameter is { Mode: not PassingMode.Value, Type.Counterpart: { Fault: FieldFault.None, LentField: { } field } } =>
                    $"Take it by value or 'in', or a pointer: its field '{field}' can't stay valid after the callback",
                _ when parameter.Type.Counterpart is { Fault: FieldFault.None, OneWayField: { } field } =>
                    $"Take a pointer: its field '{field}' can't be converted from what native code passes",
                _ when parameter.Type.Counterpart is { Fault: not FieldFault.None } counterpart =>
                    $"Take a pointer: {FieldProblems.Explain(counterpart, parameter.Type)}",
                _ => "Take a number, a pointer, a struct, or a span with [NulTerminated] or [LengthFrom]",
            });

    public static CallbackCulprit OfReturn(TypeModel type) =>
        Of(
            "The result",
            type,
            type.Name.Replace("global::", ""),
            type.Shape switch
            {
                TypeShape.Delegate => "Return the Pointer of a NativeCallback, as nint",
                TypeShape.String => "Return a pointer to text that outlives the callback",
                _ when type.Counterpart is { Fault: FieldFault.None, LentField: { } field } =>
                    $"Return a pointer: its field '{field}' can't stay valid after the callback",
                _ => "Return a number, a pointer or a blittable struct",
            });

    public static CallbackCulprit OfConvention(string reason) =>
        new(
            "The calling convention",
            reason,
            "Name one of CallConvCdecl, CallConvStdcall and CallConvThiscall, or none",
            IsCompilersBusiness: false);

    private static CallbackCulprit Of(string part, TypeModel type, string shown, string advice) =>
        new(part, shown, advice, type.Shape != TypeShape.Void && TypeProblems.IsCompilersBusiness(type));
}
