using System.Diagnostics.CodeAnalysis;
using System.Reflection.Emit;

namespace Ffi;

/// <summary>The <c>out int</c> that receives the call's error number, which is not passed to native code.</summary>
[RequiresDynamicCode("Compiles a method at run time.")]
internal sealed class LastErrorArgument(DynamicParameter parameter, int index) : DynamicArgument(parameter, index)
{
    public override Type? NativeType => null;

    public override void Pass(DynamicBody body)
    {
    }

    /// <summary>Hands the number over, directly after the call.</summary>
    public void Receive(DynamicBody body, LocalBuilder number)
    {
        body.LoadArgument(Index);
        body.IL.Emit(OpCodes.Ldloc, number);
        body.IL.Emit(OpCodes.Stind_I4);
    }
}
