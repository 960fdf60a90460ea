using System.Diagnostics.CodeAnalysis;

namespace Ffi;

/// <summary>What becomes of an exception that leaves a callback which outlives the call it was passed to.</summary>
/// <remarks>No policy lets it pass through native frames. A callback that lives for one call needs none of these: what it throws is
/// thrown again when that call returns.</remarks>
[SuppressMessage("Naming", "CA1711", Justification = "It is no exception, but what to do on one; call sites read OnException.Report.")]
public enum OnException
{
    /// <summary>The process ends at once, and says which callback threw what.</summary>
    FailFast,

    /// <summary><see cref="NativeCallback.ExceptionReported"/> is raised, and native code gets the callback's default.</summary>
    Report,

    /// <summary>The exception is dropped, and native code gets the callback's default.</summary>
    Default,
}
