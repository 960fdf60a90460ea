using System.Diagnostics.CodeAnalysis;
using System.Reflection.Emit;

namespace Ffi;

/// <summary>A <c>bool</c> by reference that is a 4-byte <c>BOOL</c> in C.</summary>
[RequiresDynamicCode("Compiles a method at run time.")]
internal sealed class WideBooleanArgument(DynamicParameter parameter, int index) : DynamicArgument(parameter, index)
{
    private LocalBuilder? _value;

    public override Type NativeType => typeof(nint);

    public override void Prepare(DynamicBody body)
    {
        if (Parameter.IsOut)
        {
            body.IL.Emit(OpCodes.Ldc_I4_0);
        }
        else
        {
            body.LoadArgument(Index);
            body.IL.Emit(OpCodes.Ldind_U1);
            body.IL.Emit(OpCodes.Ldc_I4_0);
            body.IL.Emit(OpCodes.Cgt_Un);
        }

        _value = body.Store(typeof(int));
    }

    public override void Pass(DynamicBody body)
    {
        body.IL.Emit(OpCodes.Ldloca, _value!);
        body.IL.Emit(OpCodes.Conv_U);
    }

    public override void Finish(DynamicBody body)
    {
        if (!Parameter.IsIn)
        {
            body.LoadArgument(Index);
            body.IL.Emit(OpCodes.Ldloc, _value!);
            body.IL.Emit(OpCodes.Ldc_I4_0);
            body.IL.Emit(OpCodes.Cgt_Un);
            body.IL.Emit(OpCodes.Stind_I1);
        }
    }
}
