namespace Ffi;

/// <summary>Gives a partial property of a <see cref="NativeLibraryAttribute"/> type accessors that read and write a global variable of the
/// library: <c>environ</c>, <c>stdout</c>, <c>xmlFree</c>.</summary>
/// <remarks>
/// <para>A property by value reads with <c>get</c> and writes with <c>set</c>; declare the accessors that make sense. Its type is the
/// variable's: a number, pointer, function pointer, enum, <c>bool</c>, <c>char</c> or blittable struct. A <c>ref</c> property is the
/// variable itself, in place: a struct of which one field is used, the first element of an array, a word for <c>Volatile</c> or
/// <c>Interlocked</c>, an address to pass on.</para>
/// <para>A <c>char *</c> variable is a <c>byte*</c> or <c>nint</c>, text in a <c>char[]</c> variable a <c>ref byte</c>.</para>
/// <para><b>Binding.</b> The symbol is looked up at the first access, and must not be that of a function, if the system can tell.</para>
/// <para><b>Memory.</b> Nothing synchronizes accesses with native code. A property by value of an instance library throws
/// <see cref="ObjectDisposedException"/> once its module is unloaded; a <c>ref</c> that was taken before must not be used after
/// that.</para>
/// <para><b>Allocation.</b> Only the first access allocates.</para>
/// </remarks>
/// <param name="entryPoint">The symbol's name in the library; the property's name if it is left out.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class NativeVariableAttribute(string? entryPoint = null) : Attribute
{
    /// <summary>The symbol's name in the library; null means the property's name.</summary>
    public string? EntryPoint { get; } = entryPoint;

    /// <summary>Whether the symbol may be missing. A property <c>Is…Available</c> is generated beside the variable. The accessors throw
    /// <see cref="NativeSymbolNotFoundException"/> if the symbol is missing.</summary>
    public bool Optional { get; set; }
}
