using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.InteropServices;
using Ffi.CompilerServices;

namespace Ffi;

/// <summary>Compiles the body that a generated trampoline class would have had: look up, prepare, pin, call, keep the error, finish,
/// release, in that order.</summary>
[RequiresDynamicCode("Compiles a method at run time.")]
internal static class DynamicTrampolineCompiler
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.NonPublic;

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Invoke is never trimmed from a delegate type.")]
    public static CompiledTrampoline Compile(Type delegateType)
    {
        MethodInfo invoke = delegateType.GetMethod("Invoke")!;
        DynamicOptions options = DynamicOptions.Of(delegateType);
        DynamicParameter[] parameters = [.. invoke.GetParameters().Select(parameter => new DynamicParameter(parameter, options))];
        DynamicParameter returned = new(invoke.ReturnParameter, options);
        options.ThrowIfTextIsUnclear(delegateType, [.. parameters, returned]);
        DynamicArgument[] arguments = DynamicArguments.Plan(parameters);
        ThrowIfNotCallable(delegateType, options.Convention, arguments);
        DynamicResult result = DynamicResult.Plan(returned);

        DynamicMethod method = new(
            delegateType.Name,
            invoke.ReturnType,
            [typeof(DynamicTrampoline), .. parameters.Select(static parameter => parameter.Info.ParameterType)],
            typeof(DynamicTrampoline).Module,
            skipVisibility: true)
        { InitLocals = false };
        DynamicBody body = new(method.GetILGenerator());
        EmitBody(body, arguments, result, options, invoke.ReturnType);
        return new CompiledTrampoline(method, body.Constants, options.Variadic > 0);
    }

    // At the first call, CoreCLR throws TypeLoadException for the first and InvalidProgramException for the second.
    private static void ThrowIfNotCallable(Type delegateType, CallingConvention convention, DynamicArgument[] arguments)
    {
        Type? first = arguments.Select(static argument => argument.NativeType).FirstOrDefault(static type => type is not null);
        bool hasObject = first is { IsPrimitive: true } && first != typeof(float) && first != typeof(double);
        string? obstacle = convention switch
        {
            CallingConvention.FastCall => "'FastCall' is not one that the runtime can call",
            CallingConvention.ThisCall when !hasObject =>
                "'ThisCall' takes the object as its first parameter, which must be a pointer or an integer",
            _ => null,
        };
        if (obstacle is not null)
        {
            throw new ArgumentException($"'{delegateType}' can't be called: {obstacle}.");
        }
    }

    private static void EmitBody(
        DynamicBody body,
        DynamicArgument[] arguments,
        DynamicResult result,
        DynamicOptions options,
        Type returnType)
    {
        LocalBuilder lease = EnterLease(body.IL);
        LocalBuilder address = LoadAddress(body.IL);
        LocalBuilder? error =
            options.SetLastError || arguments.Any(static argument => argument is LastErrorArgument)
                ? body.IL.DeclareLocal(typeof(int))
                : null;
        if (options.SetLastError)
        {
            KeepError(body, error!);
        }

        foreach (DynamicArgument argument in arguments)
        {
            argument.Prepare(body);
        }

        result.Prepare(body);
        foreach (DynamicArgument argument in arguments)
        {
            argument.Pin(body);
        }

        LocalBuilder? native = EmitCall(body, arguments, result, address, options.Convention, error);
        result.Finish(body, native);
        body.IL.Emit(OpCodes.Ldloc, lease);
        body.Call(typeof(GC).GetMethod(nameof(GC.KeepAlive))!);
        foreach (DynamicArgument argument in arguments.OrderBy(static argument => !argument.IsFinishedFirst))
        {
            argument.Finish(body);
        }

        LocalBuilder? managed = null;
        if (native is not null)
        {
            result.Load(body, native);
            managed = body.Store(returnType);
        }

        body.EndGuards();
        if (managed is not null)
        {
            body.IL.Emit(OpCodes.Ldloc, managed);
        }

        body.IL.Emit(OpCodes.Ret);
    }

    private static LocalBuilder? EmitCall(
        DynamicBody body,
        DynamicArgument[] arguments,
        DynamicResult result,
        LocalBuilder address,
        CallingConvention convention,
        LocalBuilder? error)
    {
        LocalBuilder? systemError = null;
        if (error is not null)
        {
            body.Call(typeof(SystemError).GetMethod(nameof(SystemError.Clear))!);
            systemError = body.Store(typeof(SystemError));
        }

        foreach (DynamicArgument argument in arguments)
        {
            argument.Pass(body);
        }

        Type[] nativeTypes = [.. arguments.Select(static argument => argument.NativeType).OfType<Type>()];
        body.IL.Emit(OpCodes.Ldloc, address);
        body.IL.EmitCalli(OpCodes.Calli, convention, result.NativeType, nativeTypes);
        LocalBuilder? native = result.NativeType == typeof(void) ? null : body.Store(result.NativeType);
        if (error is not null)
        {
            body.IL.Emit(OpCodes.Ldloca, systemError!);
            body.Call(typeof(SystemError).GetMethod(nameof(SystemError.Read))!);
            body.IL.Emit(OpCodes.Stloc, error);
            arguments.OfType<LastErrorArgument>().FirstOrDefault()?.Receive(body, error);
        }

        return native;
    }

    // Releasing arguments may make native calls of its own, so this call's error number is stored after that.
    private static void KeepError(DynamicBody body, LocalBuilder error)
    {
        body.Call(typeof(Marshal).GetMethod(nameof(Marshal.GetLastPInvokeError))!);
        body.IL.Emit(OpCodes.Stloc, error);
        body.Guard(() =>
        {
            body.IL.Emit(OpCodes.Ldloc, error);
            body.Call(typeof(Marshal).GetMethod(nameof(Marshal.SetLastPInvokeError))!);
        });
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
}
