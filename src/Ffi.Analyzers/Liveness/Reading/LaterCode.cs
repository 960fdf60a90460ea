using Ffi.Analyzers.Liveness.Doubts;
using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>Code handed to another thread. It runs when the caller's frame may be gone, unless the caller waits for it.</summary>
internal static class LaterCode
{
    public static void Read(Call call, Moment moment)
    {
        bool starts =
            call.Key
            is "Task.Run"
                or "TaskFactory.StartNew" or "ThreadPool.QueueUserWorkItem" or "ThreadPool.UnsafeQueueUserWorkItem" or "Task.ContinueWith"
                or "Thread..ctor" or "Timer..ctor";
        foreach (CallArgument argument in starts ? call.Arguments : [])
        {
            Value captured = Value.Of(argument.Value.Facts.Where(static f => f.Role == Role.Captured));
            moment.Do(
                new Use(
                    captured,
                    argument.Operation.Syntax,
                    UseKind.Capture,
                    call.Method.Name,
                    moment.Scope.Shape.Waits ? DoubtList.WaitsForIt : null));
        }
    }
}
