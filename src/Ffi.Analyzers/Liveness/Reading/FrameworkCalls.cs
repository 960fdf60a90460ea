using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>The framework's interop surface: a table for each family says what a method does.</summary>
internal static class FrameworkCalls
{
    private static readonly Dictionary<string, Func<Call, Moment, Value?>> s_methods =
        new[] { PinCalls.Table, MemoryCalls.Table, HandleCalls.Table, ModuleCalls.Table, SpanCalls.Table, ErrorCalls.Table }
            .SelectMany(static table => table).ToDictionary(static entry => entry.Key, static entry => entry.Value, StringComparer.Ordinal);

    /// <summary>Null where there is no entry: the call is ordinary.</summary>
    public static Value? Read(Call call, Moment moment)
    {
        if (s_methods.TryGetValue(call.Key, out Func<Call, Moment, Value?>? read) && read(call, moment) is { } value)
        {
            return value;
        }

        if (MemoryCalls.OfAllocator(call, moment) is { } memory)
        {
            return memory;
        }

        if (call.Method.Name == "Pin" && Types.IsMemoryHandle(call.Method.ReturnType))
        {
            return PinCalls.Pin(call, moment);
        }

        if (call.Method.Name == "SetHandleAsInvalid")
        {
            // Nothing is released: whoever has the raw handle keeps it.
            moment.Escape(call.ReceiverValue);
            return Value.Unknown;
        }

        return call.Method.Name is "Dispose" or "Close" && call.Receiver is not null ? Releases.ByDispose(call, moment) : null;
    }
}
