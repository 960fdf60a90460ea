using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ffi.Analyzers.Liveness.Walking;

/// <summary>Regions that catch.</summary>
internal static class Handlers
{
    public static bool CatchesEverything(ControlFlowRegion region) =>
        region.Kind == ControlFlowRegionKind.Catch
        && (region.ExceptionType is null || region.ExceptionType.SpecialType == SpecialType.System_Object
            || region.ExceptionType is { Name: "Exception", ContainingNamespace.Name: "System" });
}
