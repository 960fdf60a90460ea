namespace Ffi;

/// <summary>The event that reports exceptions of callbacks.</summary>
public static class NativeCallback
{
    /// <summary>Raised, on the thread that native code called on, when a callback whose policy is <see cref="OnException.Report"/>
    /// throws.</summary>
    /// <remarks>The sender is null. A handler that throws ends the process, because its exception has no frame to go to either.</remarks>
    public static event EventHandler<CallbackExceptionEventArgs>? ExceptionReported;

    internal static void Report(string callback, Exception exception)
    {
        try
        {
            ExceptionReported?.Invoke(null, new CallbackExceptionEventArgs(callback, exception));
        }
        catch (Exception failure)
        {
            Environment.FailFast(
                $"A handler of NativeCallback.ExceptionReported threw an exception while it handled an exception in {callback}.",
                failure);
        }
    }
}
