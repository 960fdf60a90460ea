using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

// Run-time marshalling is disabled in this assembly. The type belongs to another assembly, and the runtime converts it by that assembly's
// rules.
#pragma warning disable CA1421

namespace Ffi.CompilerServices;

/// <summary>A struct that is not the same bytes in C, in a copy that the runtime converts: what <c>[MarshalAs(UnmanagedType.Struct)]</c>
/// asks for.</summary>
/// <remarks>Generated code makes one for each such parameter; programs don't have to. The struct is converted as <c>[DllImport]</c> does
/// it: strings, arrays and delegates in it as their own <c>[MarshalAs]</c> says. Allocates the native copy, and managed memory for what the
/// runtime boxes and makes.</remarks>
/// <typeparam name="T">The struct.</typeparam>
public readonly unsafe ref struct StructureScope<[DynamicallyAccessedMembers(
    DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.NonPublicConstructors)] T>
    where T : struct
{
    private readonly T _before;

    /// <summary>Makes room that is all zero, for native code to write.</summary>
    public StructureScope() => Address = (nint)NativeMemory.AllocZeroed((nuint)Marshal.SizeOf<T>());

    /// <summary>Makes a native copy.</summary>
    /// <param name="value">The struct. What it refers to, delegates above all, lives until <see cref="Dispose"/>.</param>
    public StructureScope(in T value)
        : this()
    {
        _before = value;
        try
        {
            Marshal.StructureToPtr(value, Address, fDeleteOld: false);
        }
        catch
        {
            NativeMemory.Free((void*)Address);
            throw;
        }
    }

    /// <summary>The address of the copy, valid until <see cref="Dispose"/>.</summary>
    public nint Address { get; }

    /// <summary>The copy's size, in bytes.</summary>
    public int Bytes => Marshal.SizeOf<T>();

    /// <summary>The copy, as native code left it.</summary>
    public T Value => Marshal.PtrToStructure<T>(Address);

    /// <summary>Frees the copy, and the texts in it.</summary>
    public void Dispose()
    {
        Marshal.DestroyStructure<T>(Address);
        NativeMemory.Free((void*)Address);
        Use(in _before);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Use(in T value) => _ = value;
}
