namespace Ffi.CompilerServices;

/// <summary>Who answers the calls that reach a callback's address.</summary>
/// <remarks>Generated code calls this; programs don't have to.</remarks>
public abstract class CallbackTarget
{
    /// <summary>Called if there is no callback to answer. Returns where native code is to get the default.</summary>
    public abstract void OnMissing();

    /// <summary>Called with what the callback threw. Returns where native code is to get the default.</summary>
    /// <param name="exception">What the callback threw.</param>
    public abstract void OnException(Exception exception);

    /// <summary>Lets later calls of this and of the callbacks lent before it end in <see cref="OnMissing"/>.</summary>
    internal virtual void Silence()
    {
    }

    /// <summary>The native call that it is lent to, for others to join.</summary>
    internal virtual BorrowedCall? Share() => null;

    /// <summary>Ends the loan behind the native call, and throws what a callback of that call threw.</summary>
    internal virtual void TakeBack()
    {
    }

    /// <summary>Lets the lender go on.</summary>
    internal virtual void Leave()
    {
    }

    /// <summary>Ends what this and the callbacks lent before it share.</summary>
    internal virtual void Part()
    {
    }
}
