using System.Reflection;
using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>What the attributes of a delegate type ask for, where the type is met at run time.</summary>
/// <param name="Encoding">How text is passed.</param>
/// <param name="StringMarshaller">The marshaller of strings; null if the encoding says it.</param>
/// <param name="SetLastError">Whether the call's error number is kept.</param>
/// <param name="Variadic">The number of fixed parameters of a variadic function; 0 if it is not variadic.</param>
/// <param name="Convention">The calling convention.</param>
/// <param name="RefusedCharSet">The <c>CharSet</c> that says nothing certain of text; null if it does, or if there is none.</param>
internal sealed record DynamicOptions(
    StringMarshalling Encoding,
    Type? StringMarshaller,
    bool SetLastError,
    int Variadic,
    CallingConvention Convention,
    CharSet? RefusedCharSet)
{
    public static DynamicOptions Of(Type delegateType)
    {
        NativeFunctionAttribute? function = delegateType.GetCustomAttribute<NativeFunctionAttribute>();
        UnmanagedFunctionPointerAttribute? pointer = delegateType.GetCustomAttribute<UnmanagedFunctionPointerAttribute>();
        StringMarshalling? said = function is { StringMarshallingCustomType: not null }
            ? StringMarshalling.Custom
            : function?.SaidStringMarshalling;
        CharSet set = pointer?.CharSet ?? 0;
        return new DynamicOptions(
            said ?? (set == CharSet.Unicode ? StringMarshalling.Utf16 : StringMarshalling.Utf8),
            function?.StringMarshallingCustomType,
            (function?.SetLastError ?? false) || (pointer?.SetLastError ?? false),
            function?.Variadic ?? 0,
            pointer?.CallingConvention ?? CallingConvention.Winapi,
            set == 0 || (set == CharSet.Unicode && said is null or StringMarshalling.Utf16) ? null : set);
    }

    /// <summary>Refuses text of which <c>CharSet</c> says what differs from system to system, or from <c>StringMarshalling</c>: FFI0033,
    /// for a type that no analyzer has seen.</summary>
    /// <exception cref="ArgumentException">There is such text.</exception>
    public void ThrowIfTextIsUnclear(Type delegateType, IEnumerable<DynamicParameter> signature)
    {
        if (RefusedCharSet is { } set && signature.Any(static parameter => parameter.IsOpenText))
        {
            throw new ArgumentException(
                $"'{delegateType}' has text, and [UnmanagedFunctionPointer(CharSet = CharSet.{set})] does not give its encoding. "
                + "Remove CharSet, and write [NativeFunction(StringMarshalling = …)].");
        }
    }

    /// <summary>The encoding of a text: its own where <c>[MarshalAs]</c> names one, else the delegate type's; null if neither
    /// does.</summary>
    public StringMarshalling? EncodingOf(UnmanagedType? marshalAs) => marshalAs switch
    {
        null when Encoding is StringMarshalling.Utf8 or StringMarshalling.Utf16 => Encoding,
        UnmanagedType.LPUTF8Str => StringMarshalling.Utf8,
        UnmanagedType.LPWStr or UnmanagedType.LPTStr => StringMarshalling.Utf16,
        _ => null,
    };
}
