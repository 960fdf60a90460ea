namespace Ffi.CompilerServices;

/// <summary>Who answers the calls that reach a callback's address.</summary>
/// <remarks>Generated code calls this; programs have no need to.</remarks>
public abstract class CallbackTarget
{
    /// <summary>Called where there is nobody to answer. Returns where native code is to get the default.</summary>
    public abstract void OnMissing();

    /// <summary>Called with what the callback threw. Returns where native code is to get the default.</summary>
    /// <param name="exception">What the callback threw.</param>
    public abstract void OnException(Exception exception);

    /// <summary>Lets later calls of this and of the callbacks lent before it end in <see cref="OnMissing"/>.</summary>
    internal virtual void Silence()
    {
    }

    /// <summary>Ends what this and the callbacks lent before it share.</summary>
    internal virtual void Part()
    {
    }
}
