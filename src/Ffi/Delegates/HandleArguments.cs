using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.InteropServices;
using Ffi.CompilerServices;

namespace Ffi;

/// <summary>A handle with a reference on it during the call.</summary>
[RequiresDynamicCode("Compiles a method at run time.")]
internal sealed class HandleArgument(DynamicParameter parameter, int index) : DynamicArgument(parameter, index)
{
    private LocalBuilder? _scope;

    public override Type NativeType => typeof(nint);

    public override bool IsFinishedFirst => IsFreed;

    private bool IsFreed => Parameter.Has<FreesAttribute>();

    public static DynamicArgument? TryPlan(DynamicParameter parameter, int index)
    {
        if (!parameter.Type.IsAssignableTo(typeof(SafeHandle)) || parameter.MarshalAs is not null || parameter.IsIn)
        {
            return null;
        }

        return !parameter.IsByReference ? new HandleArgument(parameter, index)
            : parameter.IsOut ? new NewHandleArgument(parameter, index, HandleTypes.ConstructorOf(parameter))
            : new ExchangedHandleArgument(parameter, index, HandleTypes.ConstructorOf(parameter));
    }

    public override void Prepare(DynamicBody body)
    {
        _scope = body.IL.DeclareLocal(typeof(HandleScope));
        body.IL.Emit(OpCodes.Ldloca, _scope);
        body.LoadArgument(Index);
        body.IL.Emit(OpCodes.Ldstr, Parameter.Name);
        body.IL.Emit(OpCodes.Call, typeof(HandleScope).GetConstructor([typeof(SafeHandle), typeof(string)])!);
        body.Guard(() =>
        {
            body.IL.Emit(OpCodes.Ldloca, _scope);
            body.Call(typeof(HandleScope).GetMethod(nameof(HandleScope.Dispose))!);
        });
    }

    public override void Pass(DynamicBody body)
    {
        body.IL.Emit(OpCodes.Ldloca, _scope!);
        body.Call(typeof(HandleScope).GetProperty(nameof(HandleScope.Value))!.GetMethod!);
    }

    public override void Finish(DynamicBody body)
    {
        if (IsFreed)
        {
            body.LoadArgument(Index);
            body.IL.Emit(OpCodes.Callvirt, typeof(SafeHandle).GetMethod(nameof(SafeHandle.SetHandleAsInvalid))!);
        }
    }
}

/// <summary>A handle that native code returns, in an object that is made before the call.</summary>
[RequiresDynamicCode("Compiles a method at run time.")]
internal sealed class NewHandleArgument(DynamicParameter parameter, int index, ConstructorInfo constructor)
    : DynamicArgument(parameter, index)
{
    private LocalBuilder? _handle;
    private LocalBuilder? _value;

    public override Type NativeType => typeof(nint);

    public override bool IsFinishedFirst => true;

    public override void Prepare(DynamicBody body)
    {
        body.IL.Emit(OpCodes.Newobj, constructor);
        _handle = body.Store(Parameter.Type);
        body.IL.Emit(OpCodes.Ldc_I4_0);
        body.IL.Emit(OpCodes.Conv_I);
        _value = body.Store(typeof(nint));
    }

    public override void Pass(DynamicBody body)
    {
        body.IL.Emit(OpCodes.Ldloca, _value!);
        body.IL.Emit(OpCodes.Conv_U);
    }

    public override void Finish(DynamicBody body)
    {
        HandleTypes.Initialize(body, _handle!, _value!);
        body.LoadArgument(Index);
        body.IL.Emit(OpCodes.Ldloc, _handle!);
        body.IL.Emit(OpCodes.Stind_Ref);
    }
}

/// <summary>A handle that native code may replace.</summary>
[RequiresDynamicCode("Compiles a method at run time.")]
[UnconditionalSuppressMessage("Trimming", "IL2060", Justification = "The type parameters of the helpers ask for nothing.")]
internal sealed class ExchangedHandleArgument(DynamicParameter parameter, int index, ConstructorInfo constructor)
    : DynamicArgument(parameter, index)
{
    private LocalBuilder? _exchange;
    private LocalBuilder? _value;

    public override Type NativeType => typeof(nint);

    public override bool IsFinishedFirst => true;

    public override void Prepare(DynamicBody body)
    {
        body.LoadArgument(Index);
        body.IL.Emit(OpCodes.Ldind_Ref);
        body.IL.Emit(OpCodes.Newobj, constructor);
        body.IL.Emit(OpCodes.Ldstr, Parameter.Name);
        body.Call(Helper(nameof(Begin)));
        _exchange = body.Store(typeof(HandleExchange<>).MakeGenericType(Parameter.Type));
        body.Guard(() =>
        {
            body.IL.Emit(OpCodes.Ldloca, _exchange);
            body.Call(Helper(nameof(End)));
        });
        body.IL.Emit(OpCodes.Ldloca, _exchange);
        body.Call(Helper(nameof(ValueOf)));
        _value = body.Store(typeof(nint));
    }

    public override void Pass(DynamicBody body)
    {
        body.IL.Emit(OpCodes.Ldloca, _value!);
        body.IL.Emit(OpCodes.Conv_U);
    }

    public override void Finish(DynamicBody body)
    {
        body.LoadArgument(Index);
        body.IL.Emit(OpCodes.Ldloca, _exchange!);
        body.IL.Emit(OpCodes.Ldloc, _value!);
        body.Call(Helper(nameof(After)));
        body.IL.Emit(OpCodes.Stind_Ref);
    }

    public static HandleExchange<T> Begin<T>(T before, T fresh, string parameter)
        where T : SafeHandle => new(before, fresh, parameter);

    public static nint ValueOf<T>(in HandleExchange<T> exchange)
        where T : SafeHandle => exchange.Value;

    public static T After<T>(in HandleExchange<T> exchange, nint value)
        where T : SafeHandle => exchange.After(value);

    public static void End<T>(in HandleExchange<T> exchange)
        where T : SafeHandle => exchange.Dispose();

    private MethodInfo Helper(string name) => typeof(ExchangedHandleArgument).GetMethod(name)!.MakeGenericMethod(Parameter.Type);
}

/// <summary>A handle that is borrowed already.</summary>
[RequiresDynamicCode("Compiles a method at run time.")]
[UnconditionalSuppressMessage("Trimming", "IL2060", Justification = "The type parameter of the helper asks for nothing.")]
internal sealed class BorrowedHandleArgument(DynamicParameter parameter, int index, Type handle) : DynamicArgument(parameter, index)
{
    public override Type NativeType => typeof(nint);

    public static BorrowedHandleArgument? TryPlan(DynamicParameter parameter, int index) =>
        parameter is { IsByReference: false, MarshalAs: null } && parameter.ElementOf(typeof(BorrowedHandle<>)) is { } handle
            ? new BorrowedHandleArgument(parameter, index, handle)
            : null;

    public override void Pass(DynamicBody body)
    {
        body.LoadArgument(Index);
        body.Call(typeof(BorrowedHandleArgument).GetMethod(nameof(ValueOf))!.MakeGenericMethod(handle));
    }

    public static nint ValueOf<T>(BorrowedHandle<T> handle)
        where T : SafeHandle => handle.Value;
}
