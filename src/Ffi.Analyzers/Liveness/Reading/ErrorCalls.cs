using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>errno.</summary>
internal static class ErrorCalls
{
    public static readonly Dictionary<string, Func<Call, Moment, Value?>> Table = new(StringComparer.Ordinal)
    {
        ["Marshal.GetLastWin32Error"] = CallResults.Doing(ReadLastError),
        ["Marshal.GetLastPInvokeError"] = CallResults.Doing(ReadLastError),
        ["Marshal.GetHRForLastWin32Error"] = CallResults.Doing(ReadLastError),
        ["Marshal.GetLastPInvokeErrorMessage"] = CallResults.Doing(ReadLastError),
        ["Marshal.SetLastPInvokeError"] = CallResults.Doing(Forget),
        ["Marshal.SetLastSystemError"] = CallResults.Doing(Forget),
    };

    public static void ReadLastError(Call call, Moment moment)
    {
        if (moment.State.LastError is { } last && call.Operation.Parent is not IExpressionStatementOperation)
        {
            moment.Tell(new LastErrorEvent(call.Syntax, last));
        }
    }

    private static void Forget(Call call, Moment moment) => moment.Do(new SetLastError(null));
}
