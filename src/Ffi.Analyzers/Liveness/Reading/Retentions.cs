using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Flow;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>What makes native code let go of what it keeps.</summary>
internal static class Retentions
{
    /// <summary>What managed code calls may be it. Of a buffer the program says so itself.</summary>
    public static void EndBy(Call call, Moment moment)
    {
        if (call.Key == "PinnedBuffer.Release")
        {
            foreach (Fact fact in call.ReceiverValue.Facts)
            {
                moment.Do(new LetGo(fact.Resource));
            }
        }

        End(
            moment,
            retained =>
                moment.Scope.Reach.MayLeadTo(
                    new(retained.Until!, retained.Home),
                    call.Syntax,
                    call.Method,
                    call.Receiver,
                    [.. call.Arguments.Select(static a => a.Operation)],
                    moment.Scope.Cancellation));
    }

    /// <summary>A native function was called.</summary>
    public static void EndAt(string entryPoint, Moment moment) => End(moment, retained => retained.Until == entryPoint);

    /// <summary>Which function a pointer leads to can't be seen.</summary>
    public static void EndNamed(Moment moment) => End(moment, static _ => true);

    private static void End(Moment moment, Func<Retention, bool> isEnded)
    {
        foreach (KeyValuePair<Resource, Standing> entry in moment.State.Resources)
        {
            if (entry.Value.Retained is { Until: not null } retained && isEnded(retained))
            {
                moment.Do(new LetGo(entry.Key));
            }
        }
    }
}
