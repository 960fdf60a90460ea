using Ffi.Analyzers.Liveness.Flow;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ffi.Analyzers.Liveness.Walking;

/// <summary>The states that are still to be walked on, each once.</summary>
/// <param name="budget">How many steps all methods of the compilation may still take.</param>
/// <param name="order">Which of so many is next; null for the oldest. Tests shuffle, and find the same.</param>
internal sealed class Worklist(StepBudget budget, Func<int, int>? order = null)
{
    private const int StatesPerBlock = 24;
    private const int DoubtedStatesPerBlock = 8;
    public const int StepsOfAMethod = 2_500;

    private readonly List<(BasicBlock Block, FlowState State)> _pending = [];
    private readonly Dictionary<int, List<FlowState>> _seen = [];
    private int _next;
    private int _steps;

    public void Add(BasicBlock block, FlowState state)
    {
        if (!_seen.TryGetValue(block.Ordinal, out List<FlowState>? states))
        {
            _seen[block.Ordinal] = states = [];
        }

        // A path without an exception is walked even where one with an exception knows the same: a report must not blame the exception
        // then.
        int limit = state.Doubts.IsEmpty ? StatesPerBlock : DoubtedStatesPerBlock;
        if (states.Count(earlier => earlier.Doubts.IsEmpty == state.Doubts.IsEmpty) < limit
            && !states.Exists(earlier => (state.IsExceptional || !earlier.IsExceptional) && earlier.KnowsAs(state)))
        {
            states.Add(state);
            _pending.Add((block, state));
        }
    }

    public bool TryTake(out BasicBlock? block, out FlowState? state)
    {
        if (_next == _pending.Count || _steps++ == StepsOfAMethod || !budget.TryStep())
        {
            (block, state) = (null, null);
            return false;
        }

        if (order is not null)
        {
            int chosen = _next + order(_pending.Count - _next);
            (_pending[_next], _pending[chosen]) = (_pending[chosen], _pending[_next]);
        }

        (block, state) = _pending[_next];
        _pending[_next++] = default;
        return true;
    }
}
