using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ffi.CompilerServices;

namespace Ffi;

/// <summary>Makes at run time what the generator writes for a delegate type: code that native code can call, which asks its slot who is to
/// answer and keeps exceptions from going on.</summary>
[UnconditionalSuppressMessage("Trimming", "IL2090", Justification = "Invoke is never trimmed from a delegate type.")]
[UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Create has checked that code can be made at run time.")]
internal sealed class DynamicThunkFactory<TDelegate>
    where TDelegate : Delegate
{
    private readonly DynamicMethod _body;
    private readonly Type _thunkType;

    private DynamicThunkFactory(DynamicMethod body, Type thunkType)
    {
        _body = body;
        _thunkType = thunkType;
    }

    public static DynamicThunkFactory<TDelegate> Create()
    {
        if (!RuntimeFeature.IsDynamicCodeSupported)
        {
            throw new PlatformNotSupportedException(
                $"Code for a {typeof(TDelegate)} can't be made at run time here. Call NativeCallback<TDelegate>.Create where the delegate type is known at compile time.");
        }

        MethodInfo invoke = typeof(TDelegate).GetMethod("Invoke")!;
        Type[] parameters = [.. invoke.GetParameters().Select(static parameter => NativeTypeOf(parameter.ParameterType, parameter.Name!))];
        Type result = NativeTypeOf(invoke.ReturnType, "result");
        return new DynamicThunkFactory<TDelegate>(CreateBody(invoke, parameters, result), ThunkTypes.Define(typeof(TDelegate), parameters, result));
    }

    public CallbackThunk CreateThunk(CallbackSlot<TDelegate> slot)
    {
        Delegate thunk = _body.CreateDelegate(_thunkType, slot);
        return new CallbackThunk(thunk, Marshal.GetFunctionPointerForDelegate(thunk));
    }

    private static DynamicMethod CreateBody(MethodInfo invoke, Type[] parameters, Type result)
    {
        DynamicMethod method = new(
            $"Callback of {typeof(TDelegate).Name}", result, [typeof(CallbackSlot<TDelegate>), .. parameters], typeof(NativeCallback).Module, skipVisibility: true);
        ILGenerator il = method.GetILGenerator();
        LocalBuilder target = il.DeclareLocal(typeof(CallbackTarget<TDelegate>));
        LocalBuilder callback = il.DeclareLocal(typeof(TDelegate));
        LocalBuilder exception = il.DeclareLocal(typeof(Exception));
        LocalBuilder? answer = result == typeof(void) ? null : il.DeclareLocal(result);
        Label missing = il.DefineLabel();
        Label done = il.DefineLabel();

        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Call, typeof(CallbackSlot<TDelegate>).GetProperty(nameof(CallbackSlot<TDelegate>.Target))!.GetMethod!);
        il.Emit(OpCodes.Stloc, target);
        il.Emit(OpCodes.Ldloc, target);
        il.Emit(OpCodes.Call, typeof(CallbackTarget<TDelegate>).GetProperty(nameof(CallbackTarget<TDelegate>.Callback))!.GetMethod!);
        il.Emit(OpCodes.Stloc, callback);
        il.Emit(OpCodes.Ldloc, callback);
        il.Emit(OpCodes.Brfalse, missing);

        il.BeginExceptionBlock();
        il.Emit(OpCodes.Ldloc, callback);
        for (int index = 0; index < parameters.Length; index++)
        {
            il.Emit(OpCodes.Ldarg, (short)(index + 1));
            if (invoke.GetParameters()[index].ParameterType == typeof(bool))
            {
                // Anything but 0 is true in C, and exactly 1 in C#.
                il.Emit(OpCodes.Ldc_I4_0);
                il.Emit(OpCodes.Cgt_Un);
            }
            else if (invoke.GetParameters()[index] is { IsOut: false, ParameterType: { IsByRef: true } reference } parameter && reference.GetElementType() == typeof(bool))
            {
                il.Emit(OpCodes.Call, typeof(NativeBoolean).GetMethod(
                    parameter.IsIn ? nameof(NativeBoolean.Readable) : nameof(NativeBoolean.Writable), [typeof(bool*)])!);
            }
            else if (invoke.GetParameters()[index].ParameterType == typeof(NFloat))
            {
                il.Emit(OpCodes.Call, typeof(NativeFloat).GetMethod(nameof(NativeFloat.FromDouble))!);
            }
        }

        il.Emit(OpCodes.Callvirt, invoke);
        if (invoke.ReturnType == typeof(bool))
        {
            il.Emit(OpCodes.Ldc_I4_0);
            il.Emit(OpCodes.Cgt_Un);
        }
        else if (invoke.ReturnType == typeof(NFloat))
        {
            il.Emit(OpCodes.Call, typeof(NativeFloat).GetMethod(nameof(NativeFloat.ToDouble))!);
        }

        if (answer is not null)
        {
            il.Emit(OpCodes.Stloc, answer);
        }

        il.BeginCatchBlock(typeof(Exception));
        il.Emit(OpCodes.Stloc, exception);
        il.Emit(OpCodes.Ldloc, target);
        il.Emit(OpCodes.Ldloc, exception);
        il.Emit(OpCodes.Callvirt, typeof(CallbackTarget).GetMethod(nameof(CallbackTarget.OnException))!);
        il.EndExceptionBlock();
        il.Emit(OpCodes.Br, done);

        il.MarkLabel(missing);
        il.Emit(OpCodes.Ldloc, target);
        il.Emit(OpCodes.Callvirt, typeof(CallbackTarget).GetMethod(nameof(CallbackTarget.OnMissing))!);

        il.MarkLabel(done);
        if (answer is not null)
        {
            il.Emit(OpCodes.Ldloc, answer);
        }

        il.Emit(OpCodes.Ret);
        return method;
    }

    private static Type NativeTypeOf(Type type, string name) => type switch
    {
        _ when type == typeof(bool) => typeof(byte),
        _ when type == typeof(char) => typeof(ushort),
        _ when type == typeof(NFloat) => typeof(double),
        { IsByRef: true } when IsUnmanaged(type.GetElementType()!) => typeof(nint),
        { IsPointer: true } or { IsFunctionPointer: true } => typeof(nint),
        { IsEnum: true } => type.GetEnumUnderlyingType(),
        { IsPrimitive: true } => type,
        _ when type == typeof(void) || (type.IsValueType && IsUnmanaged(type)) => type,
        _ => throw new NotSupportedException(
            $"'{name}' of {typeof(TDelegate)} is a {type}, which native code can't pass to a delegate. Use a number, a pointer or a blittable struct."),
    };

    private static bool IsUnmanaged(Type type) =>
        !(bool)typeof(RuntimeHelpers).GetMethod(nameof(RuntimeHelpers.IsReferenceOrContainsReferences))!.MakeGenericMethod(type).Invoke(null, null)!;
}
