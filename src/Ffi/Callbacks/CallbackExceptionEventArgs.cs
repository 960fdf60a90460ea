namespace Ffi;

/// <summary>An exception that left a callback.</summary>
/// <param name="callback">The callback's name.</param>
/// <param name="exception">What it threw.</param>
public sealed class CallbackExceptionEventArgs(string callback, Exception exception) : EventArgs
{
    /// <summary>The callback: the name of the static method, or the expression that was given to
    /// <see cref="NativeCallback{TDelegate}.Create"/>.</summary>
    public string Callback { get; } = callback;

    /// <summary>What the callback threw.</summary>
    public Exception Exception { get; } = exception;
}
