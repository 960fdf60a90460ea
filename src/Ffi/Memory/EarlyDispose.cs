namespace Ffi;

/// <summary>What disposing an operation does while native code still uses its buffer.</summary>
public enum EarlyDispose
{
    /// <summary>Throws <see cref="InvalidOperationException"/>; the operation stays as it is.</summary>
    Throw,

    /// <summary>Waits for the signal without a limit. Don't use it with native code that may never signal.</summary>
    Wait,
}
