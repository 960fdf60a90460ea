using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection.Emit;
using System.Runtime.InteropServices;
using Ffi.CompilerServices;

namespace Ffi;

/// <summary>How the result of a callback goes to native code, and what native code gets where there is none.</summary>
/// <param name="Type">The result's type.</param>
/// <param name="NativeType">Its type in the native signature.</param>
/// <param name="Default">The default, as <c>long</c> or <c>double</c>; null for the type's own.</param>
[RequiresDynamicCode("Compiles a method at run time.")]
internal sealed record DynamicCallbackResult(Type Type, Type NativeType, object? Default)
{
    /// <summary>The way of a result; null if native code can't take it.</summary>
    public static DynamicCallbackResult? TryPlan(DynamicParameter result, CallbackOptions options)
    {
        Type? native = result.IsByReference || result.IsMarshalled ? null
            : result.Type == typeof(void) ? typeof(void)
            : DynamicTypes.NativeTypeOf(result.Type, result.MarshalAs);
        return native is null
            ? null
            : new(result.Type, native, native == typeof(void) || options.Default is null ? null : DefaultOf(options.Default, native));
    }

    /// <summary>Makes the native result of the managed one on the stack.</summary>
    public void Convert(ILGenerator il)
    {
        if (Type == typeof(bool))
        {
            il.Emit(OpCodes.Ldc_I4_0);
            il.Emit(OpCodes.Cgt_Un);
        }
        else if (Type == typeof(NFloat))
        {
            il.Emit(OpCodes.Call, typeof(NativeFloat).GetMethod(nameof(NativeFloat.ToDouble))!);
        }
    }

    /// <summary>Stores the default.</summary>
    public void StoreDefault(ILGenerator il, LocalBuilder answer)
    {
        switch (Default)
        {
            case null:
                il.Emit(OpCodes.Ldloca, answer);
                il.Emit(OpCodes.Initobj, NativeType);
                return;
            case double number:
                il.Emit(OpCodes.Ldc_R8, number);
                il.Emit(NativeType == typeof(float) ? OpCodes.Conv_R4 : OpCodes.Conv_R8);
                break;
            case long number:
                il.Emit(OpCodes.Ldc_I8, number);
                il.Emit(NativeType == typeof(nint) || NativeType == typeof(nuint) ? OpCodes.Conv_I
                    : BitsOf(NativeType) == 64 ? OpCodes.Conv_I8
                    : OpCodes.Conv_I4);
                break;
        }

        il.Emit(OpCodes.Stloc, answer);
    }

    private static object DefaultOf(object value, Type native)
    {
        bool isReal = native == typeof(float) || native == typeof(double);
        object? number = value switch
        {
            bool truth => isReal ? null : truth ? 1L : 0L,
            char letter => isReal ? null : (long)letter,
            float or double when isReal => System.Convert.ToDouble(value, CultureInfo.InvariantCulture),
            float or double or not IConvertible => null,
            string => null,
            _ when isReal => System.Convert.ToDouble(value, CultureInfo.InvariantCulture),
            ulong wide => unchecked((long)wide),
            _ => System.Convert.ToInt64(value, CultureInfo.InvariantCulture),
        };
        return number is not null && (isReal || (native.IsPrimitive && Fits((long)number, native)))
            ? number
            : throw new NotSupportedException($"[NativeCallback(Default = {value})] doesn't fit the result, which is a {native} in C.");
    }

    private static bool Fits(long value, Type native)
    {
        int bits = BitsOf(native);
        bool isSigned = System.Type.GetTypeCode(native) is TypeCode.SByte or TypeCode.Int16 or TypeCode.Int32;
        return bits == 64 || (isSigned ? value >= -(1L << (bits - 1)) && value < 1L << (bits - 1) : value >= 0 && value < 1L << bits);
    }

    private static int BitsOf(Type native) => System.Type.GetTypeCode(native) switch
    {
        TypeCode.SByte or TypeCode.Byte => 8,
        TypeCode.Int16 or TypeCode.UInt16 => 16,
        TypeCode.Int32 or TypeCode.UInt32 => 32,
        _ => 64,
    };
}
