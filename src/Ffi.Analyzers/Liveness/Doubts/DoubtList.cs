using System.Collections.Immutable;
using Ffi.Generators.Analysis;

namespace Ffi.Analyzers.Liveness.Doubts;

/// <summary>All doubts. <c>docs/reference/doubts.md</c> has a row for each, and a test shows that each silences its example, and that it is
/// needed.</summary>
internal static partial class DoubtList
{
    private const string Escapes = DiagnosticIds.FixedPointerEscapes;
    private const string Unpinned = DiagnosticIds.UnpinnedAddress;
    private const string NotReleased = DiagnosticIds.PinNotReleased;
    private const string NotFreed = DiagnosticIds.NativeMemoryNotFreed;
    private const string Outlives = DiagnosticIds.RawHandleOutlivesOwner;

    public static ImmutableArray<Doubt> All =>
        [
            HandedOver, CleanUp, OnlyLooks, FinalizerTells, FinalizerDefers, HeldElsewhere, OwnError, SaidToBePinned, SaidToBeFixed,
            OnCallersStack, PinnedByOverlapped, WaitsForIt, ReleasedElsewhere, SameAnswer, OnlyAnswers, StateOfACall, BehindPointer,
            LikelyLiteral, FreedByCallback, NoTurn, Buffer, OnlySets,
        ];
}
