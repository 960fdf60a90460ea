using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace Ffi.Tests.Errors;

/// <summary>An error number whose marshaller makes failing calls of its own when it frees. A negative one can't be converted.</summary>
internal sealed record Noisy(int Error);

[CustomMarshaller(typeof(Noisy), MarshalMode.ManagedToUnmanagedIn, typeof(NoisyMarshaller))]
internal static class NoisyMarshaller
{
    public static int ConvertToUnmanaged(Noisy managed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(managed.Error);
        return managed.Error;
    }

    public static void Free(int unmanaged) => ErrorFunctions.Fail(unmanaged + 1_000);
}

/// <summary>A handle that makes a failing call when it is closed.</summary>
internal sealed class NoisyHandle() : SafeHandle(0, ownsHandle: true)
{
    public NoisyHandle(nint value)
        : this() => SetHandle(value);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        ErrorFunctions.Fail(99);
        return true;
    }
}
