using System.Runtime.InteropServices;

namespace Ffi.CompilerServices;

/// <summary>Hands a call's error number to <see cref="Marshal.GetLastPInvokeError"/> when everything that the call needed is
/// released.</summary>
/// <remarks>Generated code makes one where something is released that may make calls of its own, such as a handle or what a marshaller
/// allocated; programs don't have to. Allocates nothing.</remarks>
public readonly ref struct LastErrorScope
{
    private readonly ref int _error;

    /// <summary>Begins before anything is prepared, so that it ends after everything is released.</summary>
    /// <param name="error">The variable that the call's error is read into. Until then it holds the error of an earlier call, which stays
    /// the last one where this call is never made.</param>
    public LastErrorScope(ref int error) => _error = ref error;

    /// <summary>Hands the number over.</summary>
    public void Dispose() => Marshal.SetLastPInvokeError(_error);
}
