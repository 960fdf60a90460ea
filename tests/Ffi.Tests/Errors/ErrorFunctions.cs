using System.Runtime.InteropServices.Marshalling;

namespace Ffi.Tests.Errors;

/// <summary>Functions that leave an error number behind.</summary>
[NativeLibrary("benchmarktest")]
internal static unsafe partial class ErrorFunctions
{
    [NativeFunction("fail_with", SetLastError = true)]
    internal static partial int Fail(int error);

    [NativeFunction("fail_with")]
    internal static partial int Fail(int error, [LastError] out int lastError);

    [NativeFunction("fail_with", SetLastError = true)]
    internal static partial int FailTwice(int error, [LastError] out int lastError);

    [NativeFunction("fail_with")]
    internal static partial int FailSilently(int error);

    [NativeFunction("error_before")]
    internal static partial int ErrorBefore([LastError] out int lastError);

    [NativeFunction("fail_around")]
    internal static partial int FailAround(int error, delegate* unmanaged<int, void> inner, int argument, [LastError] out int lastError);

    [NativeFunction("fail_holding", SetLastError = true)]
    internal static partial int FailHolding(NoisyHandle handle, delegate* unmanaged<void> inner, int error);

    [NativeFunction("fail_with", SetLastError = true)]
    internal static partial int Fail([MarshalUsing(typeof(NoisyMarshaller))] Noisy error);

    [NativeFunction("fail_with", SetLastError = true)]
    internal static partial int Fail([MarshalUsing(typeof(NoisyMarshaller))] Noisy error, [LastError] out int lastError);
    [NativeFunction("signals_start")] internal static partial int StartSignals();
    [NativeFunction("signals_stop")] internal static partial long StopSignals();
    [NativeFunction("fail_with_length", SetLastError = true)] internal static partial int FailWithLength(string? text, int error);
}
