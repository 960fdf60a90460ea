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

    public static DynamicThunkFactory<TDelegate> Create(CallbackOptions options)
    {
        if (!RuntimeFeature.IsDynamicCodeSupported)
        {
            throw new PlatformNotSupportedException(
                $"Code for a {typeof(TDelegate)} can't be made at run time here. Call NativeCallback<TDelegate>.Create where the delegate type is known at compile time."
            );
        }

        MethodInfo invoke = typeof(TDelegate).GetMethod("Invoke")!;
        DynamicOptions signature = DynamicOptions.Of(typeof(TDelegate));
        DynamicParameter[] parameters = [.. invoke.GetParameters().Select(parameter => new DynamicParameter(parameter, signature))];
        DynamicParameter returned = new(invoke.ReturnParameter, signature);
        signature.ThrowIfTextIsUnclear(typeof(TDelegate), [.. parameters, returned]);
        DynamicCallbackParameter[] ways =
        [
            .. parameters.Select(parameter =>
                DynamicCallbackParameter.TryPlan(parameter, parameters) ?? throw CannotCross(parameter.Name, parameter)),
        ];
        DynamicCallbackResult result = DynamicCallbackResult.TryPlan(returned, options) ?? throw CannotCross("result", returned);
        Type[] nativeTypes = [.. ways.Select(static way => way.NativeType)];
        return new DynamicThunkFactory<TDelegate>(
            CreateBody(invoke, ways, nativeTypes, result), ThunkTypes.Define(typeof(TDelegate), nativeTypes, result.NativeType));
    }

    public CallbackThunk CreateThunk(CallbackSlot<TDelegate> slot)
    {
        Delegate thunk = _body.CreateDelegate(_thunkType, slot);
        return new CallbackThunk(thunk, Marshal.GetFunctionPointerForDelegate(thunk));
    }

    private static DynamicMethod CreateBody(
        MethodInfo invoke,
        DynamicCallbackParameter[] parameters,
        Type[] nativeTypes,
        DynamicCallbackResult result)
    {
        DynamicMethod method = new(
            $"Callback of {typeof(TDelegate).Name}",
            result.NativeType,
            [typeof(CallbackSlot<TDelegate>), .. nativeTypes],
            typeof(NativeCallback).Module,
            skipVisibility: true);
        ILGenerator il = method.GetILGenerator();
        LocalBuilder target = il.DeclareLocal(typeof(CallbackTarget<TDelegate>));
        LocalBuilder callback = il.DeclareLocal(typeof(TDelegate));
        LocalBuilder exception = il.DeclareLocal(typeof(Exception));
        LocalBuilder? answer = result.NativeType == typeof(void) ? null : il.DeclareLocal(result.NativeType);
        Label missing = il.DefineLabel();
        Label done = il.DefineLabel();

        if (answer is not null)
        {
            result.StoreDefault(il, answer);
        }

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
            parameters[index].Convert?.Invoke(il);
        }

        il.Emit(OpCodes.Callvirt, invoke);
        result.Convert(il);
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

    private static NotSupportedException CannotCross(string name, DynamicParameter parameter) => new(
        $"'{name}' of {typeof(TDelegate)} is a {parameter.Info.ParameterType}, which native code can't pass to a delegate. "
        + "Use a number, a pointer, a blittable struct, text, or a span with [NulTerminated] or [LengthFrom].");
}
