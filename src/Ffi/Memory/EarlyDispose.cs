namespace Ffi;

/// <summary>What disposing an operation does while native code still works on its buffer.</summary>
public enum EarlyDispose
{
    /// <summary>Throws <see cref="InvalidOperationException"/>; the operation stays as it is.</summary>
    Throw,

    /// <summary>Waits for the signal, for as long as it takes. Not for native code that may never signal.</summary>
    Wait,
}
