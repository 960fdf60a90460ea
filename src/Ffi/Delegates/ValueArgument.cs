using System.Diagnostics.CodeAnalysis;
using System.Reflection.Emit;
using System.Runtime.InteropServices;
using Ffi.CompilerServices;

namespace Ffi;

/// <summary>A value that is passed as it is, or by one conversion.</summary>
[RequiresDynamicCode("Compiles a method at run time.")]
internal sealed class ValueArgument(DynamicParameter parameter, int index, Type nativeType, bool isVariadic)
    : DynamicArgument(parameter, index)
{
    private bool IsPromoted => isVariadic && (nativeType == typeof(float) || nativeType == typeof(double));

    // On Windows x64, a variadic double must also be in the integer register.
    private bool IsPassedByBits => IsPromoted && OperatingSystem.IsWindows();

    public override Type NativeType => IsPassedByBits ? typeof(long)
        : IsPromoted ? typeof(double)
        : isVariadic && IsNarrow ? typeof(int)
        : nativeType;

    private bool IsNarrow =>
        nativeType == typeof(sbyte) || nativeType == typeof(byte) || nativeType == typeof(short) || nativeType == typeof(ushort);

    public override void Pass(DynamicBody body)
    {
        body.LoadArgument(Index);
        if (Parameter.Type == typeof(bool))
        {
            // A bool that was read from memory may have other values than 0 and 1.
            body.IL.Emit(OpCodes.Ldc_I4_0);
            body.IL.Emit(OpCodes.Cgt_Un);
        }
        else if (Parameter.Type == typeof(NFloat))
        {
            body.Call(typeof(NativeFloat).GetMethod(nameof(NativeFloat.ToDouble))!);
        }

        if (IsPromoted)
        {
            body.IL.Emit(OpCodes.Conv_R8);
        }

        if (IsPassedByBits)
        {
            body.Call(typeof(BitConverter).GetMethod(nameof(BitConverter.DoubleToInt64Bits))!);
        }
    }
}
