using System.Collections.Immutable;
using Ffi.Analyzers.Liveness.Doubts;
using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Rules;

namespace Ffi.Analyzers.Liveness;

/// <summary>Shows events to the rules, and takes out what is doubted. Of several findings about one thing one remains.</summary>
internal static class Judgement
{
    public static readonly ImmutableArray<LivenessRule> Rules =
    [
        new FixedPointerEscapes(),
        new UnpinnedAddress(),
        new StackAddressEscapes(),
        new BorrowedArgumentRetained(),
        new PinUsedAfterRelease(),
        new PinNotReleased(),
        new ReleasedTwice(),
        new CallbackNotKeptAlive(),
        new RawHandleOutlivesOwner(),
        new AddressAcrossAwait(),
        new NativeMemoryMisused(),
        new NativeMemoryNotFreed(),
        new BorrowedResultInvalid(),
        new HandleUsedAfterFree(),
        new SymbolUsedAfterUnload(),
        new LastErrorLost(),
        new PinnedStringWritten(),
        new ManagedFunctionPointerPassed(),
        new SpanWithoutNul(),
        new HandleNotPinned(),
    ];

    public static IEnumerable<(LivenessRule Rule, Finding Finding)> Of(IEnumerable<FlowEvent> events, Func<Doubt, bool> heeds)
    {
        var findings = new Dictionary<(LivenessRule, object), Finding>();
        foreach (FlowEvent happened in events)
        {
            foreach (LivenessRule rule in Rules)
            {
                if (rule.Judge(happened) is { } finding && !IsDoubted(rule, happened, finding, heeds))
                {
                    (LivenessRule, object) key = (rule, finding.Key);
                    findings[key] = findings.TryGetValue(key, out Finding? other) ? Finding.Choose(other, finding) : finding;
                }
            }
        }

        return findings.Select(static found => (found.Key.Item1, found.Value));
    }

    private static bool IsDoubted(LivenessRule rule, FlowEvent happened, Finding finding, Func<Doubt, bool> heeds)
    {
        IEnumerable<Doubt> doubts = finding.Doubts.Concat(happened.Doubts).Concat(happened.About?.Standing.Doubts ?? []);
        return doubts.Any(doubt => doubt.Covers(rule.Descriptor.Id) && heeds(doubt));
    }
}
