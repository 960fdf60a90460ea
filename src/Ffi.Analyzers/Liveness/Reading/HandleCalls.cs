using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>Raw handles and references on them.</summary>
internal static class HandleCalls
{
    public static readonly Dictionary<string, Func<Call, Moment, Value?>> Table = new(StringComparer.Ordinal)
    {
        ["SafeHandle.DangerousGetHandle"] = GetHandle,
        ["CriticalHandle.DangerousGetHandle"] = GetHandle,
        ["SafeHandle.DangerousAddRef"] = HandleReader.AddRef,
        ["SafeHandle.DangerousRelease"] = CallResults.Doing(HandleReader.ReleaseRef),
    };

    private static Value GetHandle(Call call, Moment moment)
    {
        moment.Use(call.ReceiverValue, call.Syntax, UseKind.Dereference, call.Receiver!.Syntax.ToString());
        return call.ReceiverValue.AsAddress();
    }
}
