using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.InteropServices;
using Ffi.CompilerServices;

namespace Ffi;

/// <summary>How one value comes from native code to a callback.</summary>
/// <param name="NativeType">Its type in the native signature.</param>
/// <param name="Convert">Emits what makes the managed value of the native one, which is on the stack; null if it is the same.</param>
[RequiresDynamicCode("Compiles a method at run time.")]
internal sealed record DynamicCallbackParameter(Type NativeType, Action<ILGenerator>? Convert = null)
{
    /// <summary>The way of one parameter; null if native code can't pass it.</summary>
    public static DynamicCallbackParameter? TryPlan(DynamicParameter parameter, IReadOnlyList<DynamicParameter> all)
    {
        if (parameter.IsMarshalled)
        {
            return null;
        }

        if (parameter.IsByReference)
        {
            return DynamicTypes.IsPinnable(parameter.Type) && DynamicTypes.IsAnyway(parameter.Type, parameter.MarshalAs)
                ? new(
                    typeof(nint),
                    parameter.Type == typeof(bool) && !parameter.IsOut ? il => il.Emit(OpCodes.Call, MendedReference(parameter)) : null)
                : null;
        }

        return TryPlanValue(parameter) ?? TryPlanText(parameter) ?? TryPlanSpan(parameter, all);
    }

    private static DynamicCallbackParameter? TryPlanValue(DynamicParameter parameter) =>
        DynamicTypes.NativeTypeOf(parameter.Type, parameter.MarshalAs) switch
        {
            null => null,
            { } native when parameter.Type == typeof(bool) => new(
                native,
                static il =>
                {
                    // Anything but 0 is true in C, and exactly 1 in C#.
                    il.Emit(OpCodes.Ldc_I4_0);
                    il.Emit(OpCodes.Cgt_Un);
                }),
            { } native when parameter.Type == typeof(NFloat) => new(
                native,
                static il => il.Emit(OpCodes.Call, typeof(NativeFloat).GetMethod(nameof(NativeFloat.FromDouble))!)),
            { } native => new(native),
        };

    private static DynamicCallbackParameter? TryPlanText(DynamicParameter parameter)
    {
        bool isTerminated = parameter.Has<NulTerminatedAttribute>();
        Type? unit = parameter.ElementOf(typeof(ReadOnlySpan<>));
        MethodInfo? conversion = (parameter.Options.EncodingOf(parameter.MarshalAs), isTerminated) switch
        {
            (StringMarshalling.Utf8, _) when parameter.Type == typeof(string) => typeof(Marshal).GetMethod(
                nameof(Marshal.PtrToStringUTF8),
                [typeof(nint)]),
            (StringMarshalling.Utf16, _) when parameter.Type == typeof(string) => typeof(Marshal).GetMethod(
                nameof(Marshal.PtrToStringUni),
                [typeof(nint)]),
            (_, true) when unit == typeof(byte) => typeof(NativeText).GetMethod(nameof(NativeText.View), [typeof(byte*)]),
            (_, true) when unit == typeof(char) => typeof(NativeText).GetMethod(nameof(NativeText.View), [typeof(char*)]),
            _ => null,
        };
        return conversion is null ? null : new(typeof(nint), il => il.Emit(OpCodes.Call, conversion));
    }

    [UnconditionalSuppressMessage("Trimming", "IL2060", Justification = "The type parameter of the helpers asks for nothing.")]
    private static DynamicCallbackParameter? TryPlanSpan(DynamicParameter parameter, IReadOnlyList<DynamicParameter> all)
    {
        Type? writable = parameter.ElementOf(typeof(Span<>));
        Type? element = writable ?? parameter.ElementOf(typeof(ReadOnlySpan<>));
        string[] names = parameter.Info.GetCustomAttribute<LengthFromAttribute>()?.Parameters ?? [];
        int[] lengths = [.. names.Select(name => IndexOfLength(name, all))];
        if (element is null || !DynamicTypes.IsPinnable(element) || lengths.Length == 0 || lengths.Contains(-1))
        {
            return null;
        }

        MethodInfo span =
            element == typeof(bool)
                ? typeof(NativeBoolean).GetMethod(
                    writable is null ? nameof(NativeBoolean.Readable) : nameof(NativeBoolean.Writable),
                    [typeof(bool*), typeof(int)]
                )!
                : typeof(DynamicCallbackParameter)
                    .GetMethod(writable is null ? nameof(ReadOnlySpanOf) : nameof(SpanOf))!
                    .MakeGenericMethod(element);
        return new(
            typeof(nint),
            il =>
            {
                il.Emit(OpCodes.Ldc_I8, 1L);
                foreach (int length in lengths)
                {
                    // The slot is the method's first argument.
                    il.Emit(OpCodes.Ldarg, (short)(length + 1));
                    il.Emit(
                        all[length].Type == typeof(ulong) || all[length].Type == typeof(nuint) ? OpCodes.Conv_Ovf_I8_Un
                        : all[length].Type == typeof(uint) ? OpCodes.Conv_U8
                        : OpCodes.Conv_I8);
                    il.Emit(OpCodes.Mul_Ovf);
                }

            il.Emit(OpCodes.Conv_Ovf_I4);
            il.Emit(OpCodes.Call, span);
        });
    }

    public static unsafe Span<T> SpanOf<T>(nint first, int length) => new((void*)first, length);

    public static unsafe ReadOnlySpan<T> ReadOnlySpanOf<T>(nint first, int length) => new((void*)first, length);

    // In C, any byte other than 0 is true.
    private static MethodInfo MendedReference(DynamicParameter parameter) =>
        typeof(NativeBoolean).GetMethod(parameter.IsIn ? nameof(NativeBoolean.Readable) : nameof(NativeBoolean.Writable), [typeof(bool*)])!;

    private static int IndexOfLength(string name, IReadOnlyList<DynamicParameter> all)
    {
        for (int index = 0; index < all.Count; index++)
        {
            Type type = all[index].Type;
            bool isInteger = type is { IsPrimitive: true, IsEnum: false }
                && type != typeof(bool) && type != typeof(char) && type != typeof(float) && type != typeof(double);
            if (all[index].Name == name && isInteger && !all[index].IsByReference)
            {
                return index;
            }
        }

        return -1;
    }
}
