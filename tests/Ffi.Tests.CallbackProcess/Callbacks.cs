namespace Ffi.Tests.CallbackProcess;

internal static partial class Callbacks
{
    public static int Subtract(int left, int right) => left - right;

    [NativeCallback]
    public static int Throw(int left, int right) => throw new InvalidTimeZoneException($"{left} {right}");
}
