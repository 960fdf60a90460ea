using System.Runtime.InteropServices;

namespace Ffi.Tests.Handles;

/// <summary>A handle whose object can't be made while the test says so, as when memory runs out.</summary>
internal sealed class RefusingHandle : SafeHandle
{
    [ThreadStatic]
    private static bool t_refuses;

    public RefusingHandle()
        : base(0, ownsHandle: true)
    {
        if (t_refuses)
        {
            throw new InsufficientMemoryException();
        }
    }

    public static bool Refuses
    {
        set => t_refuses = value;
    }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle() => HandleFunctions.Close(handle) != 0;
}
