namespace Ffi.CompilerServices;

/// <summary>A delegate that answers the calls that reach a callback's address.</summary>
/// <typeparam name="TDelegate">The delegate's type.</typeparam>
public abstract class CallbackTarget<TDelegate> : CallbackTarget
    where TDelegate : Delegate
{
    /// <summary>The delegate that is called; null if there is none.</summary>
    public TDelegate? Callback { get; private protected set; }
}
