using Ffi.Analyzers.Liveness.Apply;
using Ffi.Analyzers.Liveness.Effects;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>What of the heap is still known after code ran that isn't followed.</summary>
internal static class HeapReader
{
    /// <param name="callee">The method that ran; null if any may have.</param>
    public static void DropUncertain(IMethodSymbol? callee, Moment moment)
    {
        foreach (KeyValuePair<Place, HeapEntry> entry in moment.State.Heap.Where(static e => !Places.IsCallers(e.Key)).ToArray())
        {
            bool isRead = entry.Value.Value.AllFacts.All(f => f.Resource.Kind == ResourceKind.Opaque
                || moment.StandingOf(f.Resource).Released is { Kind: not ReleaseKind.RegionExit });
            if (isRead || (callee is not null && entry.Key.Written is { } member && MethodSummaries.Assigns(callee, member.Name)))
            {
                moment.Do(new Unknow(entry.Key));
            }
        }
    }
}
