namespace Ffi.Tests.Testing;

/// <summary>How long a test waits for what must come. Nothing takes this long, not even in an emulator on a loaded machine: it ends a test
/// that would hang.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Waits until something is true.</summary>
    public static void Until(Func<bool> condition) =>
        Assert.True(SpinWait.SpinUntil(condition, Limit), "What the test waits for didn't come.");

    extension(Thread thread)
    {
        /// <summary>Waits for the thread's end.</summary>
        public void JoinOrFail() => Assert.True(thread.Join(Limit), "The thread didn't end.");
    }
}
