using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>Which types cross when a call is compiled at run time, and as what. The generator's rules, for types met as <see cref="Type"/>.</summary>
[RequiresDynamicCode("Looks at types that were not known at compile time.")]
internal static class DynamicSignature
{
    /// <summary>Refuses options that the compiled call would not keep.</summary>
    public static void Check(Type delegateType, NativeFunctionAttribute? options)
    {
        bool keepsError = options is { SetLastError: true } || delegateType.GetCustomAttribute<UnmanagedFunctionPointerAttribute>() is { SetLastError: true };
        string? option = keepsError ? nameof(NativeFunctionAttribute.SetLastError)
            : options is { Variadic: not 0 } ? nameof(NativeFunctionAttribute.Variadic)
            : null;
        if (option is not null)
        {
            throw new NotSupportedException(
                $"'{delegateType}' asks for {option}, which takes a trampoline that is generated at compile time. Bind it where the delegate type is written out.");
        }
    }

    /// <summary>What stands for a result in the native signature.</summary>
    public static Type NativeResultOf(ParameterInfo result) =>
        result.ParameterType == typeof(void) ? typeof(void) : NativeValueOf(result.ParameterType, result);

    /// <summary>What stands for a value in the native signature.</summary>
    public static Type NativeValueOf(Type type, ParameterInfo parameter)
    {
        bool isMarshalled = parameter.GetCustomAttribute<MarshalAsAttribute>() is not null;
        return type switch
        {
            _ when isMarshalled => throw CannotCross(type, parameter, "Remove [MarshalAs]: a call compiled at run time knows only the C type's own C# type"),
            _ when type == typeof(bool) => typeof(byte),
            _ when type == typeof(char) => typeof(ushort),
            _ when type == typeof(NFloat) => typeof(double),
            { IsPointer: true } or { IsFunctionPointer: true } => typeof(nint),
            { IsEnum: true } => Enum.GetUnderlyingType(type),
            { IsPrimitive: true } => type,
            { IsValueType: true } when IsBlittable(type) => type,
            _ => throw CannotCross(type, parameter, "Pass a number, a pointer, a blittable struct, or a reference, span or array of them"),
        };
    }

    /// <summary>Whether the type is an instance of a generic type.</summary>
    public static bool IsInstance(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;

    /// <summary>Refuses memory that native code can't see as it lies.</summary>
    public static void CheckPinned(Type element, ParameterInfo parameter)
    {
        if (!IsUnmanaged(element))
        {
            throw CannotCross(parameter.ParameterType, parameter, "Its elements hold references; use an unmanaged type");
        }
    }

    private static bool IsBlittable(Type type) =>
        IsUnmanaged(type)
        && !type.IsAutoLayout
        && !IsInstance(type, typeof(Nullable<>))
        && type != typeof(decimal) && type != typeof(DateTime) && type != typeof(DateTimeOffset)
        && type != typeof(Half) && type != typeof(Int128) && type != typeof(UInt128)
        && type.Namespace != "System.Runtime.Intrinsics";

    private static bool IsUnmanaged(Type type) =>
        type.IsPointer || type.IsPrimitive || type.IsEnum || (type is { IsValueType: true, IsByRefLike: false } && HoldsNoReferences(type));

    private static bool HoldsNoReferences(Type type) => !(bool)typeof(RuntimeHelpers)
        .GetMethod(nameof(RuntimeHelpers.IsReferenceOrContainsReferences))!
        .MakeGenericMethod(type)
        .Invoke(null, null)!;

    private static ArgumentException CannotCross(Type type, ParameterInfo parameter, string advice) =>
        new($"{(parameter.Position < 0 ? "The result" : $"Parameter '{parameter.Name}'")} has the type '{type}', which can't cross to native code. {advice}.");
}
