using System.Runtime.InteropServices;

namespace Ffi.Tests.Libraries;

/// <summary>A number that native code counts up, in memory that no library owns.</summary>
internal sealed unsafe class SharedCounter : IDisposable
{
    public int* Address { get; } = (int*)NativeMemory.AllocZeroed(sizeof(int));

    public int Value
    {
        get => Volatile.Read(ref *Address);
        set => Volatile.Write(ref *Address, value);
    }

    public bool Reaches(int value) => SpinWait.SpinUntil(() => Value >= value, TimeSpan.FromSeconds(20));

    public void Dispose() => NativeMemory.Free(Address);
}
