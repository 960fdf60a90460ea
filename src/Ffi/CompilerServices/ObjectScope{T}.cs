using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

// Run-time marshalling is disabled in this assembly. The type belongs to another assembly, and the runtime converts it by that assembly's
// rules.
#pragma warning disable CA1421

namespace Ffi.CompilerServices;

/// <summary>An object whose fields are a C struct, for one call: what <c>[MarshalAs(UnmanagedType.LPStruct)]</c> asks for.</summary>
/// <remarks>
/// <para>Generated code makes one for each such parameter; programs don't have to.</para>
/// <para>As <c>[DllImport]</c> has it: an object that is the same bytes in C is pinned, so that native code reads and writes its fields,
/// and nothing is allocated. Any other is converted into a copy, and read back where the parameter says <c>[Out]</c>.</para>
/// </remarks>
/// <typeparam name="T">A class with <c>[StructLayout]</c>.</typeparam>
public readonly unsafe ref struct ObjectScope<[DynamicallyAccessedMembers(
    DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.NonPublicConstructors)] T>
    where T : class
{
    private static readonly bool s_isPinnable = IsPinnable();

    private readonly T? _object;
    private readonly GCHandle _pin;
    private readonly bool _isWritten;

    /// <summary>Pins or copies the object.</summary>
    /// <param name="value">The object; null is NULL. It, and what it refers to, lives until <see cref="Dispose"/>.</param>
    /// <param name="isRead">Whether a copy gets what the object holds; else it is all zero.</param>
    /// <param name="isWritten">Whether the object gets what native code left in a copy.</param>
    public ObjectScope(T? value, bool isRead = true, bool isWritten = false)
    {
        _object = value;
        if (value is null)
        {
            return;
        }

        if (s_isPinnable && value.GetType() == typeof(T))
        {
            _pin = GCHandle.Alloc(value, GCHandleType.Pinned);
            Address = _pin.AddrOfPinnedObject();
            return;
        }

        _isWritten = isWritten;
        // An object of a derived class is larger, and all of it is converted.
        Address = (nint)NativeMemory.AllocZeroed((nuint)Marshal.SizeOf<T>(value));
        try
        {
            if (isRead)
            {
                Marshal.StructureToPtr(value, Address, fDeleteOld: false);
            }
        }
        catch
        {
            NativeMemory.Free((void*)Address);
            throw;
        }
    }

    /// <summary>The address that native code gets, valid until <see cref="Dispose"/>; 0 for null.</summary>
    public nint Address { get; }

    /// <summary>How many bytes native code may use there; 0 for null.</summary>
    public int Bytes => _object is null ? 0 : Marshal.SizeOf(_object);

    /// <summary>After the call: the object gets what native code left in its copy, if that is asked for.</summary>
    public void Update()
    {
        if (_isWritten)
        {
            Marshal.PtrToStructure(Address, _object!);
        }
    }

    /// <summary>Ends the pin, or frees the copy and the texts in it.</summary>
    public void Dispose()
    {
        if (_pin.IsAllocated)
        {
            _pin.Free();
        }
        else if (Address != 0)
        {
            Marshal.DestroyStructure<T>(Address);
            NativeMemory.Free((void*)Address);
        }

        GC.KeepAlive(_object);
    }

    // Only the runtime knows which objects it can pin, so this tries to pin it.
    private static bool IsPinnable()
    {
        try
        {
            GCHandle.Alloc(RuntimeHelpers.GetUninitializedObject(typeof(T)), GCHandleType.Pinned).Free();
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
