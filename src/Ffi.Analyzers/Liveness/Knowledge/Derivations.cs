using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Knowledge;

/// <summary>Which of the framework's methods give an address or a span back that points into what they were given. What they read there is
/// another matter.</summary>
internal static class Derivations
{
    public static bool KeepAddress(IMethodSymbol method) =>
        Types.IsSpan(method.ReturnType)
        || (
            Types.CanHoldAddress(method.ReturnType)
            && method.ContainingType?.Name is "IntPtr" or "UIntPtr" or "Unsafe" or "MemoryMarshal"
            && !method.Name.StartsWith("Read", StringComparison.Ordinal));
}
