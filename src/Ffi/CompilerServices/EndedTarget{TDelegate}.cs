using System.Diagnostics.CodeAnalysis;

namespace Ffi.CompilerServices;

/// <summary>What is at an address whose callback is over.</summary>
internal sealed class EndedTarget<TDelegate>(string name) : CallbackTarget<TDelegate>
    where TDelegate : Delegate
{
    [DoesNotReturn]
    public override void OnMissing() =>
        Environment.FailFast(
            $"Native code called {name} after it was disposed. Dispose a NativeCallback only after native code is done with its Pointer.");

    // This target has no delegate that could throw.
    [DoesNotReturn]
    public override void OnException(Exception exception) => OnMissing();
}
