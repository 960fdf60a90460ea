namespace Ffi.CompilerServices;

/// <summary>A callback that lives until it is disposed.</summary>
internal sealed class RetainedTarget<TDelegate> : CallbackTarget<TDelegate>
    where TDelegate : Delegate
{
    private readonly OnException _onException;
    private readonly string _name;

    public RetainedTarget(TDelegate callback, OnException onException, string name)
    {
        Callback = callback;
        _onException = onException;
        _name = name;
    }

    // The delegate of this object is never removed. An ended callback gets another target.
    public override void OnMissing() => throw new InvalidOperationException();

    public override void OnException(Exception exception) => CallbackGuard.OnException(_onException, _name, exception);
}
