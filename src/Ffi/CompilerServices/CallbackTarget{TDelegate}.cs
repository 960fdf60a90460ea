namespace Ffi.CompilerServices;

/// <summary>A delegate that answers the calls that reach a callback's address.</summary>
/// <typeparam name="TDelegate">The delegate's type.</typeparam>
public abstract class CallbackTarget<TDelegate> : CallbackTarget
    where TDelegate : Delegate
{
    /// <summary>Who is called; null where nobody is.</summary>
    public TDelegate? Callback { get; private protected set; }
}
