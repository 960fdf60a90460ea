using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>Gives a partial method of a <see cref="NativeLibraryAttribute"/> type a body that calls a native function; on a delegate
/// type, sets how delegates of that type call native code.</summary>
/// <remarks>
/// <para>What a C# type is in C, and what passing it costs:</para>
/// <list type="table">
/// <listheader><term>C#</term><description>C, and the cost</description></listheader>
/// <item><term><c>sbyte … ulong</c>, <c>nint</c>, <c>nuint</c>, <c>float</c>, <c>double</c>, enums, pointers, function pointers,
/// <c>CLong</c>, <c>CULong</c></term><description>the type of the same width; nothing</description></item>
/// <item><term><c>NFloat</c></term><description><c>double</c>, in 64-bit processes only; nothing</description></item>
/// <item><term>a blittable struct</term><description>the struct, by value; nothing</description></item>
/// <item><term><c>bool</c></term><description><c>_Bool</c>, one byte; nothing</description></item>
/// <item><term><c>char</c></term><description><c>char16_t</c>; nothing</description></item>
/// <item><term><c>ref</c>, <c>in</c>, <c>out</c>, spans, arrays, <c>Memory</c> of unmanaged types</term><description>a pointer to the first
/// element, pinned for the call; NULL if null or <c>default</c>; 0 B</description></item>
/// <item><term><c>string</c>, <c>ReadOnlySpan&lt;char&gt;</c></term><description>NUL-terminated text, valid during the call; 0
/// B</description></item>
/// <item><term><c>string[]</c>, <c>ReadOnlySpan&lt;string&gt;</c></term><description>pointers to such text, ending in NULL;
/// 0 B</description></item>
/// <item><term><c>SafeHandle</c></term><description>the raw handle, add-ref'd during the call; 0 B</description></item>
/// <item><term><see cref="BorrowedHandle{T}"/></term><description>the raw handle; nothing</description></item>
/// <item><term>a delegate</term><description>a function pointer, valid during the call; 0 B</description></item>
/// <item><term><see cref="PinnedBuffer{T}"/>, <see cref="NativeCallback{TDelegate}"/></term><description>with
/// <see cref="RetainedAttribute"/>: an address that native code may keep; nothing</description></item>
/// </list>
/// <para><b>Memory.</b> An argument is borrowed: it is pinned from before the call until after it returns or throws, and not a moment
/// longer. Native code that keeps a pointer must say so with <see cref="RetainedAttribute"/>.</para>
/// <para><b>Options of the BCL</b> mean here what they mean there: <see cref="SuppressGCTransitionAttribute"/>,
/// <see cref="UnmanagedCallConvAttribute"/>, <see cref="MarshalAsAttribute"/>, <see cref="InAttribute"/>,
/// <see cref="OutAttribute"/>.</para>
/// <para><b>Allocation.</b> A call allocates nothing on the managed heap, except for what it returns: a <c>string</c>, the object of a new
/// handle. The first call binds the symbol, and allocates for that.</para>
/// <para><b>Threads.</b> Any thread may call; a symbol is bound once.</para>
/// <para><b>Exceptions</b> besides those of a custom marshaller or a callback: <see cref="NativeLibraryNotFoundException"/> and
/// <see cref="NativeSymbolNotFoundException"/> while the function is not bound, <see cref="ObjectDisposedException"/> for an unloaded
/// module or a closed handle, <see cref="ArgumentNullException"/> for a null handle, <see cref="ArgumentException"/> for a text with a NUL
/// inside.</para>
/// </remarks>
/// <param name="entryPoint">The symbol's name in the library; the method's name if it is left out.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Delegate, Inherited = false)]
public sealed class NativeFunctionAttribute(string? entryPoint = null) : Attribute
{
    /// <summary>The symbol's name in the library; null means the method's name. It has no effect on a delegate type.</summary>
    public string? EntryPoint { get; } = entryPoint;

    /// <summary>Whether the symbol may be missing. A property <c>Is…Available</c> is generated beside the method. The method throws
    /// <see cref="NativeSymbolNotFoundException"/> if the symbol is missing. The property is also false if the library is
    /// missing.</summary>
    public bool Optional { get; set; }

    /// <summary>The encoding of <c>string</c> and <c>ReadOnlySpan&lt;char&gt;</c>. The default is that of the
    /// <see cref="NativeLibraryAttribute"/>, or UTF-8.</summary>
    public StringMarshalling StringMarshalling
    {
        get => SaidStringMarshalling ?? StringMarshalling.Utf8;
        set => SaidStringMarshalling = value;
    }

    internal StringMarshalling? SaidStringMarshalling { get; private set; }

    /// <summary>The marshaller of strings where <see cref="StringMarshalling"/> is <see cref="StringMarshalling.Custom"/> or left
    /// out.</summary>
    public Type? StringMarshallingCustomType { get; set; }

    /// <summary>Whether the call's <c>errno</c> (on Windows: its last error) is kept for
    /// <see cref="Marshal.GetLastPInvokeError"/>. An <c>out int</c> parameter with <see cref="LastErrorAttribute"/> costs less, and no
    /// other call can overwrite it. The default is that of the <see cref="NativeLibraryAttribute"/>, or false.</summary>
    public bool SetLastError { get; set; }

    /// <summary>Whether the call skips the transition that lets the garbage collector run during the call. On a method it is the same as
    /// <see cref="SuppressGCTransitionAttribute"/>, which can't be used on a delegate type. The function must take less than a
    /// microsecond, and must neither block nor call back.</summary>
    public bool SuppressGCTransition { get; set; }

    /// <summary>For a C function that ends in <c>...</c>: the number of parameters before the dots. 0 means that the function is not
    /// variadic. Variadic arguments are promoted as in C: a <c>float</c> to <c>double</c>, a small integer to <c>int</c>.</summary>
    /// <remarks>Binding such a function throws <see cref="PlatformNotSupportedException"/> where a typed call can't make it: on the arm64
    /// of Apple and of Windows.</remarks>
    public int Variadic { get; set; }
}
