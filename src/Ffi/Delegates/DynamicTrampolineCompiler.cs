using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.InteropServices;
using Ffi.CompilerServices;

namespace Ffi;

/// <summary>Compiles the body that a generated trampoline class would have had.</summary>
[RequiresDynamicCode("Compiles a method at run time.")]
internal static class DynamicTrampolineCompiler
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.NonPublic;

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Invoke is never trimmed from a delegate type.")]
    public static DynamicMethod Compile(Type delegateType)
    {
        MethodInfo invoke = delegateType.GetMethod("Invoke")!;
        ParameterInfo[] parameters = invoke.GetParameters();
        NativeFunctionAttribute? options = delegateType.GetCustomAttribute<NativeFunctionAttribute>();
        DynamicSignature.Check(delegateType, options);

        DynamicMethod method = new(
            delegateType.Name, invoke.ReturnType, [typeof(NativeTrampoline), .. parameters.Select(static p => p.ParameterType)], typeof(NativeTrampoline).Module, skipVisibility: true);
        ILGenerator il = method.GetILGenerator();
        LocalBuilder lease = EnterLease(il);
        LocalBuilder address = LoadAddress(il);

        Type[] nativeTypes = [.. parameters.Select((parameter, index) => DynamicArgument.Emit(il, parameter, index + 1))];
        Type nativeResult = DynamicSignature.NativeResultOf(invoke.ReturnParameter);
        il.Emit(OpCodes.Ldloc, address);
        il.EmitCalli(OpCodes.Calli, ConventionOf(delegateType), nativeResult, nativeTypes);
        LeaveLease(il, lease);
        for (int index = 0; index < parameters.Length; index++)
        {
            DynamicArgument.EmitFinish(il, parameters[index], index + 1);
        }

        if (invoke.ReturnType == typeof(bool))
        {
            // Any non-zero value is true in C, and only 1 in IL.
            il.Emit(OpCodes.Ldc_I4_0);
            il.Emit(OpCodes.Cgt_Un);
        }
        else if (invoke.ReturnType == typeof(NFloat))
        {
            il.Emit(OpCodes.Call, typeof(NativeFloat).GetMethod(nameof(NativeFloat.FromDouble))!);
        }

        il.Emit(OpCodes.Ret);
        return method;
    }

    private static LocalBuilder EnterLease(ILGenerator il)
    {
        LocalBuilder lease = il.DeclareLocal(typeof(object));
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Volatile);
        il.Emit(OpCodes.Ldfld, typeof(NativeTrampoline).GetField("_lease", Fields)!);
        il.Emit(OpCodes.Stloc, lease);
        return lease;
    }

    private static LocalBuilder LoadAddress(ILGenerator il)
    {
        LocalBuilder address = il.DeclareLocal(typeof(nint));
        Label isLoaded = il.DefineLabel();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldfld, typeof(NativeTrampoline).GetField("_address", Fields)!);
        il.Emit(OpCodes.Stloc, address);
        il.Emit(OpCodes.Ldloc, address);
        il.Emit(OpCodes.Brtrue, isLoaded);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Call, typeof(NativeTrampoline).GetMethod("ThrowUnloaded", Fields)!);
        il.MarkLabel(isLoaded);
        return address;
    }

    // The result, if any, stays on the stack meanwhile.
    private static void LeaveLease(ILGenerator il, LocalBuilder lease)
    {
        il.Emit(OpCodes.Ldloc, lease);
        il.Emit(OpCodes.Call, typeof(GC).GetMethod(nameof(GC.KeepAlive))!);
    }

    private static CallingConvention ConventionOf(Type delegateType) =>
        delegateType.GetCustomAttribute<UnmanagedFunctionPointerAttribute>()?.CallingConvention ?? CallingConvention.Winapi;
}
