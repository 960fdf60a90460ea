namespace Ffi.Tests.Threading;

/// <summary><c>struct work</c> of native/sharedmemory/wait_group.c.</summary>
internal unsafe struct NativeWork
{
    public nint Group;
    public ulong* Sum;
    public int Rounds;
}
