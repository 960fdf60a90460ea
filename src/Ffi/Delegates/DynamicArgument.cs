using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.InteropServices;
using Ffi.CompilerServices;

namespace Ffi;

/// <summary>Loads one argument as native code wants it.</summary>
[RequiresDynamicCode("Compiles a method at run time.")]
internal static class DynamicArgument
{
    /// <summary>Emits the load.</summary>
    /// <returns>The type that stands in the native signature.</returns>
    public static Type Emit(ILGenerator il, ParameterInfo parameter, int index)
    {
        Type type = parameter.ParameterType;
        if (parameter.IsDefined(typeof(LastErrorAttribute), inherit: false))
        {
            throw new NotSupportedException(
                $"Parameter '{parameter.Name}' is [LastError], which takes a trampoline that is generated at compile time. Bind the function where the delegate type is written out.");
        }

        if (type.IsByRef)
        {
            return EmitReference(il, parameter, index);
        }

        if (type.IsSZArray)
        {
            Type element = type.GetElementType()!;
            return element.IsPointer || element.IsFunctionPointer
                ? EmitBuffer(il, parameter, typeof(byte), typeof(FirstElement).GetMethod(nameof(FirstElement.OfPointers))!, index)
                : EmitBuffer(il, parameter, element, typeof(FirstElement).GetMethod(nameof(FirstElement.OfArray))!.MakeGenericMethod(element), index);
        }

        if (DynamicSignature.IsInstance(type, typeof(Span<>)))
        {
            Type element = type.GenericTypeArguments[0];
            return EmitBuffer(il, parameter, element, typeof(FirstElement).GetMethod(nameof(FirstElement.OfSpan))!.MakeGenericMethod(element), index);
        }

        if (DynamicSignature.IsInstance(type, typeof(ReadOnlySpan<>)))
        {
            Type element = type.GenericTypeArguments[0];
            return EmitBuffer(il, parameter, element, typeof(FirstElement).GetMethod(nameof(FirstElement.OfReadOnlySpan))!.MakeGenericMethod(element), index);
        }

        il.Emit(OpCodes.Ldarg, index);
        if (type == typeof(NFloat))
        {
            il.Emit(OpCodes.Call, typeof(NativeFloat).GetMethod(nameof(NativeFloat.ToDouble))!);
        }

        return DynamicSignature.NativeValueOf(type, parameter);
    }

    /// <summary>Emits what is done with the argument behind the call.</summary>
    public static void EmitFinish(ILGenerator il, ParameterInfo parameter, int index)
    {
        Type type = parameter.ParameterType;
        if (type.IsByRef && type.GetElementType() == typeof(bool))
        {
            il.Emit(OpCodes.Ldarg, index);
            il.Emit(OpCodes.Call, typeof(NativeBoolean).GetMethod(nameof(NativeBoolean.Normalize), [typeof(bool).MakeByRefType()])!);
        }
        else if (type == typeof(bool[]) || type == typeof(Span<bool>) || type == typeof(ReadOnlySpan<bool>))
        {
            il.Emit(OpCodes.Ldarg, index);
            if (type != typeof(ReadOnlySpan<bool>))
            {
                MethodInfo convert = type == typeof(bool[])
                    ? typeof(ReadOnlySpan<bool>).GetMethod("op_Implicit", [type])!
                    : typeof(Span<bool>).GetMethod("op_Implicit", [type])!;
                il.Emit(OpCodes.Call, convert);
            }

            il.Emit(OpCodes.Call, typeof(NativeBoolean).GetMethod(nameof(NativeBoolean.Normalize), [typeof(ReadOnlySpan<bool>)])!);
        }
    }

    private static Type EmitReference(ILGenerator il, ParameterInfo parameter, int index)
    {
        Type element = parameter.ParameterType.GetElementType()!;
        DynamicSignature.CheckPinned(element, parameter);
        if (parameter.IsOut)
        {
            il.Emit(OpCodes.Ldarg, index);
            il.Emit(OpCodes.Initobj, element);
        }

        il.Emit(OpCodes.Ldarg, index);
        return Pin(il, element);
    }

    private static Type EmitBuffer(ILGenerator il, ParameterInfo parameter, Type element, MethodInfo firstElement, int index)
    {
        DynamicSignature.CheckPinned(element, parameter);
        il.Emit(OpCodes.Ldarg, index);
        il.Emit(OpCodes.Call, firstElement);
        return Pin(il, element);
    }

    // A pinned local holds its target until the method returns, so the pin outlives the call.
    private static Type Pin(ILGenerator il, Type element)
    {
        LocalBuilder pinned = il.DeclareLocal(element.MakeByRefType(), pinned: true);
        il.Emit(OpCodes.Stloc, pinned);
        il.Emit(OpCodes.Ldloc, pinned);
        il.Emit(OpCodes.Conv_U);
        return typeof(nint);
    }
}
