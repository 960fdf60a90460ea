using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Knowledge;

/// <summary>What kind of method a called one is: of the framework, one that only looks, one that keeps, one that doesn't return.</summary>
internal static class FrameworkMethods
{
    public static bool IsFramework(IMethodSymbol method) =>
        ((method.DeclaringSyntaxReferences.IsEmpty || IsCore(method.ContainingType)) && method.IsUnder("System"))
        || (
            method.ContainingType?.Name is "NativeModule" or "NativeDelegate" or "NativeCallback" or "PinnedBuffer" && method.IsUnder("Ffi")
        );

    // In the sources of the runtime itself.
    private static bool IsCore(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_String }
        || (type is { Name: "GCHandle" or "Marshal" or "NativeMemory" or "SafeHandle" } && type.IsIn(AttributeReader.Interop));

    // Methods that only say something about a value.
    public static bool IsHarmless(IMethodSymbol method) =>
        method.Name is "ToString" or "Equals" or "GetHashCode" or "CompareTo" or "ReferenceEquals" or "KeepAlive" or "Format"
        || method.ContainingType?.Name is "Console" or "Debug" or "Trace"
        || IsLookUp(method) || IsHint(method);

    // A collection is asked for a number that was an address once.
    private static bool IsLookUp(IMethodSymbol method) =>
        method.IsUnder("System.Collections")
        && method.Name is "Remove" or "TryRemove" or "Contains" or "ContainsKey" or "TryGetValue" or "IndexOf";

    // Sse.Prefetch0(p): a hint of an address that may be stale.
    private static bool IsHint(IMethodSymbol method) =>
        method.Name.StartsWith("Prefetch", StringComparison.Ordinal) && method.IsUnder("System.Runtime.Intrinsics");

    // Framework methods that look at memory and keep nothing.
    public static bool IsReader(IMethodSymbol method) =>
        method.ContainingType?.Name
            is "Marshal"
                or "NativeMemory" or "Unsafe" or "MemoryMarshal" or "Buffer" or "Encoding" or "UTF8Encoding" or "Span" or "ReadOnlySpan"
                or "String" or "Console" or "GC" or "MemoryExtensions" or "Interlocked" or "Volatile" or "Debug"
        || method.MethodKind == MethodKind.Constructor
            && method.ContainingType?.Name is "String" or "Span" or "ReadOnlySpan" or "UnmanagedMemoryStream";

    // Methods that fail only where the program is broken already.
    public static bool NeverThrows(IMethodSymbol method) =>
        (
            method.Name != "ThrowExceptionForHR"
            && (
                method.IsUnder("System.Runtime.InteropServices")
                || method.IsIn("System.Runtime.CompilerServices")
                || method.IsIn("System.Buffers")))
        || method.ContainingType.Name
            is "Interlocked"
                or "Volatile" or "GC" or "Math" or "Span" or "ReadOnlySpan" or "MemoryExtensions" or "Debug" or "Monitor" or "IntPtr"
                or "UIntPtr";

    public static bool IsCollection(IMethodSymbol method) =>
        method.IsUnder("System.Collections")
        && method.Name
            is "Add"
                or "TryAdd" or "Enqueue" or "Push" or "Insert" or "AddLast" or "AddFirst" or "Clear" or "Remove" or "RemoveAt"
                or "TryRemove" or "Pop" or "Dequeue" or "TryPop" or "TryDequeue";

    // File.OpenRead, MemoryMappedFile.CreateNew, FileInfo.Open: each call makes an object that has a handle, and keeps none.
    public static bool IsMaker(IMethodSymbol method) =>
        IsFramework(method) && OwnsHandle(method.ReturnType)
        && (method.Name.StartsWith("Open", StringComparison.Ordinal) || method.Name.StartsWith("Create", StringComparison.Ordinal));

    // FileStream, MemoryMappedFile, Process.
    public static bool OwnsHandle(ITypeSymbol type) =>
        type is { TypeKind: TypeKind.Class } && type.IsUnder("System") && !Types.IsSafeHandle(type)
        && type.GetMembers().Any(m => m is IPropertySymbol property && Types.IsSafeHandle(property.Type));

    public static bool IsNoReturn(IMethodSymbol method) =>
        method.Name.StartsWith("Throw", StringComparison.Ordinal)
            && (
                MethodSummaries.OnlyThrows(method)
                || (
                    method.ContainingType?.Name == "ThrowHelper"
                    && method.ReturnsVoid
                    && !method.Name.StartsWith("ThrowIf", StringComparison.Ordinal)))
        || method.GetAttributes().Any(a => a.AttributeClass?.Name == "DoesNotReturnAttribute");
}
