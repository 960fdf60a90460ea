using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.InteropServices;
using Ffi.CompilerServices;

namespace Ffi;

/// <summary>A delegate that native code can call until the call returns.</summary>
[RequiresDynamicCode("Compiles a method at run time.")]
[UnconditionalSuppressMessage("Trimming", "IL2060", Justification = "The type parameters of the helpers ask for nothing.")]
internal sealed class CallbackArgument(DynamicParameter parameter, int index) : DynamicArgument(parameter, index)
{
    // Throws if native code can't call the delegate type.
    private readonly object _lender = MethodOf(nameof(CreateLender), parameter.Type)
        .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [CallbackOptions.Of(parameter)], null)!;

    private LocalBuilder? _loan;

    public override Type NativeType => typeof(nint);

    /// <summary>The delegate before it in the same call; null for the first.</summary>
    public CallbackArgument? Before { get; set; }

    public static CallbackArgument? TryPlan(DynamicParameter parameter, int index) =>
        parameter is { IsByReference: false, MarshalAs: null or UnmanagedType.FunctionPtr }
        && parameter.Type.IsSubclassOf(typeof(MulticastDelegate))
            ? new CallbackArgument(parameter, index)
            : null;

    public override void Prepare(DynamicBody body)
    {
        body.LoadConstant(_lender);
        body.LoadArgument(Index);
        if (Before is null)
        {
            body.IL.Emit(OpCodes.Ldnull);
        }
        else
        {
            body.IL.Emit(OpCodes.Ldloca, Before._loan!);
            body.Call(MethodOf(nameof(CallOf), Before.Parameter.Type));
        }

        body.Call(MethodOf(nameof(Lend), Parameter.Type));
        _loan = body.Store(typeof(CallbackLoan<>).MakeGenericType(Parameter.Type));
        body.Guard(() =>
        {
            body.IL.Emit(OpCodes.Ldloca, _loan);
            body.Call(MethodOf(nameof(End), Parameter.Type));
        });
    }

    public override void Pass(DynamicBody body)
    {
        body.IL.Emit(OpCodes.Ldloca, _loan!);
        body.Call(MethodOf(nameof(PointerOf), Parameter.Type));
    }

    public override void Finish(DynamicBody body)
    {
        body.IL.Emit(OpCodes.Ldloca, _loan!);
        body.Call(MethodOf(nameof(Return), Parameter.Type));
    }

    public static DynamicLender<T> CreateLender<T>(CallbackOptions options)
        where T : Delegate => new(options);

    public static CallbackLoan<T> Lend<T>(DynamicLender<T> lender, T? callback, BorrowedCall? call)
        where T : Delegate => lender.Current.Lend(callback, call);

    public static BorrowedCall? CallOf<T>(in CallbackLoan<T> loan)
        where T : Delegate => loan.Call;

    public static nint PointerOf<T>(in CallbackLoan<T> loan)
        where T : Delegate => loan.Pointer;

    public static void Return<T>(in CallbackLoan<T> loan)
        where T : Delegate => loan.Return();

    public static void End<T>(in CallbackLoan<T> loan)
        where T : Delegate => loan.Dispose();

    private static MethodInfo MethodOf(string name, Type delegateType) =>
        typeof(CallbackArgument).GetMethod(name)!.MakeGenericMethod(delegateType);
}

/// <summary>A callback that native code may keep.</summary>
[RequiresDynamicCode("Compiles a method at run time.")]
[UnconditionalSuppressMessage("Trimming", "IL2060", Justification = "The type parameter of the helper asks for nothing.")]
internal sealed class NativeCallbackArgument(DynamicParameter parameter, int index, Type delegateType) : DynamicArgument(parameter, index)
{
    public override Type NativeType => typeof(nint);

    public static NativeCallbackArgument? TryPlan(DynamicParameter parameter, int index) =>
        parameter is { IsByReference: false, MarshalAs: null } && parameter.ElementOf(typeof(NativeCallback<>)) is { } delegateType
            ? new NativeCallbackArgument(parameter, index, delegateType)
            : null;

    public override void Pass(DynamicBody body)
    {
        body.LoadArgument(Index);
        body.Call(typeof(NativeCallbackArgument).GetMethod(nameof(PointerOf))!.MakeGenericMethod(delegateType));
    }

    public static nint PointerOf<T>(NativeCallback<T>? callback)
        where T : Delegate => callback?.Pointer ?? 0;
}
