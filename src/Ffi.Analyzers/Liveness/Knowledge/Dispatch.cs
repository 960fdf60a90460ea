using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Knowledge;

/// <summary>Which method a call reaches: by an override, by an interface, by a disposal.</summary>
internal static class Dispatch
{
    private static readonly string[] s_disposals = ["Dispose", "DisposeAsync", "DisposeAsyncCore", "DisposeCore", "ReleaseHandle", "Close"];

    public static bool IsOfFramework(ITypeSymbol type) => type.DeclaringSyntaxReferences.IsEmpty && type.IsUnder("System");

    // An explicit implementation has the interface's name before its own.
    public static bool IsDisposal(IMethodSymbol method) => s_disposals.Contains(method.Name.Substring(method.Name.LastIndexOf('.') + 1));

    public static bool IsDispatched(IMethodSymbol method) =>
        (method.IsAbstract || method.IsVirtual || method.IsOverride)
        && !method.IsSealed
        && method.ContainingType is { IsSealed: false, IsValueType: false };

    public static IMethodSymbol? ImplementationIn(ITypeSymbol type, IMethodSymbol method)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
        {
            return type.FindImplementationForInterfaceMember(method) as IMethodSymbol;
        }

        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            foreach (IMethodSymbol candidate in at.GetMembers(method.Name).OfType<IMethodSymbol>())
            {
                for (IMethodSymbol? overridden = candidate; overridden is not null; overridden = overridden.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method.OriginalDefinition))
                    {
                        return candidate;
                    }
                }
            }
        }

        return null;
    }
}
