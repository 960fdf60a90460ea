using Ffi;
using Ffi.Tests.CallbackProcess;

// Each argument names a way to end; what should not be reached returns 1.
switch (args[0])
{
    case "call-after-dispose":
        var ended = NativeCallback<Func<int, int, int>>.Create(Callbacks.Subtract, name: "the ended callback");
        Native.Keep(ended.Pointer);
        ended.Dispose();
        return Native.CallKept(2, 1) + 1;

    case "call-after-return":
        Native.KeepLent(Callbacks.Subtract);
        return Native.CallKept(2, 1) + 1;

    case "throw-in-retained":
        using (var throwing = NativeCallback<Func<int, int, int>>.Create((_, _) => throw new InvalidTimeZoneException("no such zone")))
        {
            Native.Keep(throwing.Pointer);
            return Native.CallKept(2, 1) + 1;
        }

    case "throw-in-static":
        Native.Keep(Callbacks.ThrowPointer);
        return Native.CallKept(2, 1) + 1;

    case "throw-in-report":
        NativeCallback.ExceptionReported += static (_, _) => throw new InvalidOperationException("the handler's own");
        using (
            var reporting = NativeCallback<Func<int, int, int>>.Create((_, _) => throw new InvalidTimeZoneException(), OnException.Report))
        {
            Native.Keep(reporting.Pointer);
            return Native.CallKept(2, 1) + 1;
        }

    case "exit-while-called":
        int calls = 0;
        var running = NativeCallback<Func<int, int, int>>.Create((_, _) => Interlocked.Increment(ref calls));
        Native.CallForever(running.Pointer, 4);
        return SpinWait.SpinUntil(() => Volatile.Read(ref calls) > 10_000, TimeSpan.FromMinutes(5)) ? 42 : 3;

    default:
        return 2;
}
