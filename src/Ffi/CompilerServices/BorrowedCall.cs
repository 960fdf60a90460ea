using System.Runtime.ExceptionServices;

namespace Ffi.CompilerServices;

/// <summary>One native call that has been lent callbacks: what they threw, and who is to be silent from then on.</summary>
/// <remarks>Generated code calls this; programs don't have to.</remarks>
public sealed class BorrowedCall
{
    private ExceptionDispatchInfo? _failure;

    internal BorrowedCall()
    {
    }

    /// <summary>The callback that was lent last; each knows the one before it. Null where only one was.</summary>
    internal CallbackTarget? Last { get; set; }

    /// <summary>What was thrown first.</summary>
    internal ExceptionDispatchInfo? Failure => _failure;

    internal bool IsUsed => _failure is not null || Last is not null;

    /// <summary>Keeps the first exception, from whichever thread.</summary>
    internal void Fail(Exception exception) => Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);

    internal void Clear()
    {
        _failure = null;
        Last = null;
    }
}
