using System.Diagnostics.CodeAnalysis;
using System.Reflection.Emit;
using Ffi.CompilerServices;

namespace Ffi;

/// <summary>A variable of the caller that is passed by reference.</summary>
[RequiresDynamicCode("Compiles a method at run time.")]
internal sealed class ReferenceArgument(DynamicParameter parameter, int index) : DynamicArgument(parameter, index)
{
    private LocalBuilder? _pinned;

    public override Type NativeType => typeof(nint);

    public override bool IsFinishedFirst => Parameter.Type == typeof(bool);

    public static ReferenceArgument? TryPlan(DynamicParameter parameter, int index) =>
        parameter.IsByReference && DynamicTypes.IsPinnable(parameter.Type) && DynamicTypes.IsAnyway(parameter.Type, parameter.MarshalAs)
            ? new ReferenceArgument(parameter, index)
            : null;

    public override void Prepare(DynamicBody body)
    {
        if (Parameter.IsOut)
        {
            body.LoadArgument(Index);
            body.IL.Emit(OpCodes.Initobj, Parameter.Type);
        }
    }

    public override void Pin(DynamicBody body)
    {
        body.LoadArgument(Index);
        _pinned = body.Pin();
    }

    public override void Pass(DynamicBody body) => body.LoadPinned(_pinned!);

    public override void Finish(DynamicBody body)
    {
        if (Parameter.Type == typeof(bool))
        {
            body.LoadArgument(Index);
            body.Call(typeof(NativeBoolean).GetMethod(nameof(NativeBoolean.Normalize), [typeof(bool).MakeByRefType()])!);
        }
    }
}
