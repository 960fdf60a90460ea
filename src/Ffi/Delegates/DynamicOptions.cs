using System.Reflection;
using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>What the attributes of a delegate type ask for, where the type is met at run time.</summary>
/// <param name="Encoding">How text crosses.</param>
/// <param name="StringMarshaller">The marshaller of strings; null where the encoding says it.</param>
/// <param name="SetLastError">Whether the call's error number is kept.</param>
/// <param name="Variadic">The number of fixed parameters of a variadic function; 0 where it is not variadic.</param>
/// <param name="Convention">The calling convention.</param>
internal sealed record DynamicOptions(StringMarshalling Encoding, Type? StringMarshaller, bool SetLastError, int Variadic, CallingConvention Convention)
{
    public static DynamicOptions Of(Type delegateType)
    {
        NativeFunctionAttribute? function = delegateType.GetCustomAttribute<NativeFunctionAttribute>();
        UnmanagedFunctionPointerAttribute? pointer = delegateType.GetCustomAttribute<UnmanagedFunctionPointerAttribute>();
        return new DynamicOptions(
            function is { StringMarshallingCustomType: not null } ? StringMarshalling.Custom : function?.StringMarshalling ?? StringMarshalling.Utf8,
            function?.StringMarshallingCustomType,
            (function?.SetLastError ?? false) || (pointer?.SetLastError ?? false),
            function?.Variadic ?? 0,
            pointer?.CallingConvention ?? CallingConvention.Winapi);
    }

    /// <summary>The encoding of a text: its own where <c>[MarshalAs]</c> names one, else the delegate type's; null where neither does.</summary>
    public StringMarshalling? EncodingOf(UnmanagedType? marshalAs) => marshalAs switch
    {
        null when Encoding is StringMarshalling.Utf8 or StringMarshalling.Utf16 => Encoding,
        UnmanagedType.LPUTF8Str => StringMarshalling.Utf8,
        UnmanagedType.LPWStr or UnmanagedType.LPTStr => StringMarshalling.Utf16,
        _ => null,
    };
}
