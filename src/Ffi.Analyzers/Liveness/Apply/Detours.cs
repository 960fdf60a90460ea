using Ffi.Analyzers.Liveness.Flow;

namespace Ffi.Analyzers.Liveness.Apply;

/// <summary>Where a path is, as far as exceptions and clean-ups go. What is known of values does not change.</summary>
internal static class Detours
{
    public static FlowState Throw(FlowState state) => state with { IsExceptional = true };

    /// <summary>A clean-up runs, and goes on to the rest of what led to it.</summary>
    public static FlowState Suspend(FlowState state, Continuation rest) => state with { Continuation = rest };

    public static FlowState Resume(FlowState state) => state with { Continuation = state.Continuation!.Outer };
}
