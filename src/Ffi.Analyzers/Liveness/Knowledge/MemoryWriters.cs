using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Knowledge;

/// <summary>The framework's methods that write through a pointer or a span, and which argument that is.</summary>
internal static class MemoryWriters
{
    private static readonly Dictionary<string, int> s_targets = new(StringComparer.Ordinal)
    {
        ["Buffer.MemoryCopy"] = 1,
        ["NativeMemory.Copy"] = 1,
        ["NativeMemory.Fill"] = 0,
        ["NativeMemory.Clear"] = 0,
        ["Unsafe.Write"] = 0,
        ["Unsafe.WriteUnaligned"] = 0,
        ["Unsafe.CopyBlock"] = 0,
        ["Unsafe.CopyBlockUnaligned"] = 0,
        ["Unsafe.InitBlock"] = 0,
        ["Unsafe.InitBlockUnaligned"] = 0,
        ["MemoryExtensions.Reverse"] = 0,
        ["MemoryExtensions.Sort"] = 0,
        ["MemoryExtensions.Replace"] = 0,
        ["MemoryExtensions.ToUpper"] = 1,
        ["MemoryExtensions.ToUpperInvariant"] = 1,
        ["MemoryExtensions.ToLower"] = 1,
        ["MemoryExtensions.ToLowerInvariant"] = 1,
        ["Span.CopyTo"] = 0,
        ["Span.TryCopyTo"] = 0,
        ["ReadOnlySpan.CopyTo"] = 0,
        ["ReadOnlySpan.TryCopyTo"] = 0,
        ["Marshal.WriteByte"] = 0,
        ["Marshal.WriteInt16"] = 0,
        ["Marshal.WriteInt32"] = 0,
        ["Marshal.WriteInt64"] = 0,
        ["Marshal.WriteIntPtr"] = 0,
    };

    /// <summary>The ordinal of the argument that is written through; null if it is none.</summary>
    public static int? TargetOf(string key, IMethodSymbol method) =>
        s_targets.TryGetValue(key, out int ordinal) ? ordinal
        : key == "Marshal.Copy" && method.Parameters[2].Type.SpecialType == SpecialType.System_IntPtr ? 2
        : null;

    /// <summary>The ordinal of the value that a method puts where a pointer or reference points, so that code that reads it there has it
    /// too; null if it stores none.</summary>
    public static int? ValueStoredBy(string key, IMethodSymbol method) =>
        key switch
        {
            "Marshal.StructureToPtr" => 0,
            "Interlocked.CompareExchange" => 1,
            "Marshal.WriteIntPtr"
            or "Marshal.WriteInt64" or "Marshal.WriteInt32" or "Unsafe.Write" or "Unsafe.WriteUnaligned"
            or "MemoryMarshal.Write" => method.Parameters.Length - 1,
            _ => null,
        };

    /// <summary>Whether a method of a span writes what the span covers.</summary>
    public static bool WritesSpan(IMethodSymbol method) => method is { Name: "Clear" or "Fill", ContainingType.Name: "Span" };
}
