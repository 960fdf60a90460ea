using System.Runtime.InteropServices;

namespace Ffi.Tests.Handles;

/// <summary>A handle whose native side counts what is open, and aborts where one is closed twice.</summary>
internal sealed class CountedHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle() => HandleFunctions.Close(handle) != 0;
}
