using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Knowledge;

/// <summary>Which types carry addresses and lifetimes.</summary>
internal static class Types
{
    public static bool IsAddress(ITypeSymbol? type) => TypeKinds.IsAddress(type);

    /// <summary>An address, or an integer wide enough to launder one.</summary>
    public static bool CanHoldAddress(ITypeSymbol? type) =>
        IsAddress(type) || type is { SpecialType: SpecialType.System_Int64 or SpecialType.System_UInt64 }
        || (IsNullable(type) && CanHoldAddress(((INamedTypeSymbol)type!).TypeArguments[0]));

    public static bool IsNullable(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };

    public static bool IsSpan(ITypeSymbol? type) =>
        type
            is INamedTypeSymbol
            {
                Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" or "ArraySegment",
                ContainingNamespace.Name: "System"
            };

    public static bool IsSafeHandle(ITypeSymbol? type) => DerivesFrom(type, "SafeHandle") || DerivesFrom(type, "CriticalHandle");

    public static bool IsGCHandle(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "GCHandle" or "PinnedGCHandle" or "WeakGCHandle", ContainingNamespace.Name: "InteropServices" };

    public static bool IsMemoryHandle(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "MemoryHandle", ContainingNamespace.Name: "Buffers" };

    public static bool IsPinnedBuffer(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "PinnedBuffer", ContainingNamespace.Name: "Ffi" };

    public static bool IsModule(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "NativeModule", ContainingNamespace.Name: "Ffi" };

    public static bool IsNativeCallback(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "NativeCallback", ContainingNamespace.Name: "Ffi" };

    public static bool IsMemoryOwner(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "IMemoryOwner", ContainingNamespace.Name: "Buffers" };

    /// <summary>Whether the identity of a value of the type matters to a rule.</summary>
    public static bool IsTracked(ITypeSymbol? type) =>
        IsAddress(type) || type is IArrayTypeSymbol || IsSpan(type) || IsSafeHandle(type) || IsGCHandle(type) || IsMemoryHandle(type)
        || IsPinnedBuffer(type) || IsModule(type) || IsMemoryOwner(type) || IsNativeCallback(type);

    /// <summary>Structs whose release sets the variable to zero, and so can't be released again through that same variable.</summary>
    public static bool IsZeroedByRelease(ITypeSymbol? type) => IsGCHandle(type) || IsMemoryHandle(type);

    public static bool DerivesFrom(ITypeSymbol? type, string name)
    {
        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (at.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    public static bool DerivesFromOrIs(ITypeSymbol? type, ITypeSymbol other)
    {
        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at.OriginalDefinition, other.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a type or a base of it, short of the framework's, has a finalizer.</summary>
    public static bool HasFinalizer(ITypeSymbol? type)
    {
        for (ITypeSymbol? at = type; at is { SpecialType: SpecialType.None }; at = at.BaseType)
        {
            foreach (ISymbol member in at.GetMembers("Finalize"))
            {
                if (member is IMethodSymbol { MethodKind: MethodKind.Destructor })
                {
                    return true;
                }
            }
        }

        return false;
    }
}
