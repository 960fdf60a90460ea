using System.Diagnostics.CodeAnalysis;

namespace Ffi;

/// <summary>What happens to an exception that leaves a callback, if the callback lives longer than the call it was passed to.</summary>
/// <remarks>An exception never passes through native frames. A callback that lives for one call needs no policy: the call throws its
/// exception again when it returns.</remarks>
[SuppressMessage("Naming", "CA1711", Justification = "It is no exception, but what to do on one; call sites read OnException.Report.")]
public enum OnException
{
    /// <summary>The process ends at once, with a message that names the callback and the exception.</summary>
    FailFast,

    /// <summary><see cref="NativeCallback.ExceptionReported"/> is raised, and native code gets the callback's default.</summary>
    Report,

    /// <summary>The exception is dropped, and native code gets the callback's default.</summary>
    Default,
}
