using Ffi.Analyzers.Liveness.Flow;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ffi.Analyzers.Liveness.Apply;

/// <summary>Where a path is, as far as exceptions and clean-ups go. What is known of values does not change.</summary>
internal static class Detours
{
    public static FlowState Throw(FlowState state) => state with { IsExceptional = true };

    /// <summary>The path comes to a loop.</summary>
    public static FlowState Enter(FlowState state, BasicBlock head) => state with { Entering = head };

    /// <summary>The loop has asked for its first turn.</summary>
    public static FlowState HasEntered(FlowState state) => state.Entering is null ? state : state with { Entering = null };

    /// <summary>A clean-up runs, and goes on to the rest of what led to it.</summary>
    public static FlowState Suspend(FlowState state, Continuation rest) => state with { Continuation = rest };

    public static FlowState Resume(FlowState state) => state with { Continuation = state.Continuation!.Outer };
}
