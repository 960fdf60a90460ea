using System.Runtime.InteropServices;
using Ffi.Tests.Testing;

namespace Ffi.Tests.Libraries;

/// <summary>A number that native code counts up. Its memory is never given back: a library that stays loaded counts its unloading at
/// the end of the process.</summary>
internal sealed unsafe class SharedCounter
{
    public int* Address { get; } = (int*)NativeMemory.AllocZeroed(sizeof(int));

    public int Value
    {
        get => Volatile.Read(ref *Address);
        set => Volatile.Write(ref *Address, value);
    }

    public bool Reaches(int value) => SpinWait.SpinUntil(() => Value >= value, Patience.Limit);
}
