namespace Ffi.CompilerServices;

/// <summary>Keeps an exception from going on into native frames.</summary>
/// <remarks>Generated code calls this; programs don't have to.</remarks>
public static class CallbackGuard
{
    /// <summary>Does what the policy says. Returns where native code is to get the default.</summary>
    /// <param name="policy">What becomes of the exception.</param>
    /// <param name="callback">The callback's name.</param>
    /// <param name="exception">What it threw.</param>
    public static void OnException(OnException policy, string callback, Exception exception)
    {
        switch (policy)
        {
            case Ffi.OnException.Default:
                return;
            case Ffi.OnException.Report:
                NativeCallback.Report(callback, exception);
                return;
            default:
                Environment.FailFast(
                    $"An exception left the callback {callback}, which native code called. Catch it there, or choose another OnException.",
                    exception);
                return;
        }
    }
}
