using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>Decides how each argument is passed, by the first attempt that fits: the generator's list, for types met at run time.</summary>
[RequiresDynamicCode("Compiles a method at run time.")]
internal static class DynamicArguments
{
    private static readonly Func<DynamicParameter, int, DynamicArgument?>[] s_attempts =
    [
        TryPlanValue,
        CopiedTextArgument.TryPlan,
        ReferenceArgument.TryPlan,
        BufferArgument.TryPlan,
        TryPlanWideBoolean,
        HandleArgument.TryPlan,
        BorrowedHandleArgument.TryPlan,
        CallbackArgument.TryPlan,
        NativeCallbackArgument.TryPlan,
    ];

    /// <summary>How all arguments are passed; an exception that names the first that can't.</summary>
    public static DynamicArgument[] Plan(IReadOnlyList<DynamicParameter> parameters)
    {
        DynamicArgument[] arguments = new DynamicArgument[parameters.Count];
        CallbackArgument? before = null;
        for (int index = 0; index < arguments.Length; index++)
        {
            // The trampoline itself is the method's first argument.
            arguments[index] = Plan(parameters[index], index + 1);
            if (arguments[index] is CallbackArgument callback)
            {
                callback.Before = before;
                before = callback;
            }
        }

        return arguments.OfType<LastErrorArgument>().Count() > 1
            ? throw new ArgumentException("Two parameters are [LastError]: a call leaves one error number.")
            : arguments;
    }

    private static DynamicArgument Plan(DynamicParameter parameter, int index)
    {
        if (parameter.Has<LastErrorAttribute>())
        {
            return parameter is { IsOut: true, MarshalAs: null } && parameter.Type == typeof(int)
                ? new LastErrorArgument(parameter, index)
                : throw parameter.CannotCross("It is [LastError], which needs an 'out int'");
        }

        ThrowIfKeptOrFreed(parameter);
        return parameter.IsMarshalled
            ? throw parameter.NeedsGeneratedCode("has a custom marshaller")
            : parameter.IsConvertedByRuntime ? throw parameter.NeedsGeneratedCode("is converted by the runtime")
            : s_attempts.Select(attempt => attempt(parameter, index)).FirstOrDefault(static argument => argument is not null)
                ?? throw parameter.CannotCross(AdviceOn(parameter));
    }

    private static ValueArgument? TryPlanValue(DynamicParameter parameter, int index)
    {
        bool isVariadic = parameter.Options.Variadic > 0 && index > parameter.Options.Variadic;
        return !parameter.IsByReference && DynamicTypes.NativeTypeOf(parameter.Type, parameter.MarshalAs) is { } native
            ? new ValueArgument(parameter, index, native, isVariadic)
            : null;
    }

    private static WideBooleanArgument? TryPlanWideBoolean(DynamicParameter parameter, int index) =>
        parameter is { IsByReference: true, MarshalAs: UnmanagedType.Bool } && parameter.Type == typeof(bool)
            ? new WideBooleanArgument(parameter, index)
            : null;

    private static void ThrowIfKeptOrFreed(DynamicParameter parameter)
    {
        bool isLent = parameter.IsByReference || parameter.IsMarshalled || parameter.Element is not null || parameter.Type == typeof(string)
            || parameter.ElementOf(typeof(Memory<>)) is not null || parameter.ElementOf(typeof(ReadOnlyMemory<>)) is not null;
        bool isDelegate = parameter.Type.IsSubclassOf(typeof(Delegate));
        if (parameter.Has<RetainedAttribute>() && (isLent || isDelegate))
        {
            throw parameter.CannotCross(isDelegate
                ? "Native code keeps it, but it is valid only during the call: take a NativeCallback<TDelegate>"
                : "Native code keeps it, but it is pinned only during the call: take a PinnedBuffer<T>");
        }

        bool isOwnedElsewhere = isLent || isDelegate || parameter.ElementOf(typeof(PinnedBuffer<>)) is not null
            || parameter.ElementOf(typeof(BorrowedHandle<>)) is not null || parameter.ElementOf(typeof(NativeCallback<>)) is not null;
        if (parameter.Has<FreesAttribute>() && isOwnedElsewhere)
        {
            throw parameter.CannotCross("Native code frees it, and it has another owner: pass a pointer or a SafeHandle");
        }
    }

    private static string AdviceOn(DynamicParameter parameter) =>
        parameter switch
        {
            { MarshalAs: not null } when DynamicTypes.NativeTypeOf(parameter.Type, null) is not null =>
                "Remove [MarshalAs], or use the C# type that has the same bytes as the C type",
            { Element: { } element } when !DynamicTypes.IsPinnable(element) =>
                "Its elements hold references or have automatic layout; use an unmanaged type of sequential layout",
            _ => "Pass a number, a pointer, a blittable struct, or a reference, span or array of them",
        };
}
