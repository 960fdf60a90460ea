using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>Reads whether a call skips the transition that lets the garbage collector run meanwhile. There are three ways to ask for
/// that.</summary>
internal static class TransitionReader
{
    private const string Convention = "CallConvSuppressGCTransition";

    /// <summary>What asks for it on a method or delegate type, as it is written; null if nothing does.</summary>
    public static string? FindSpelling(ISymbol declaration, AttributeData? function) =>
        declaration.Find(AttributeReader.Interop, "SuppressGCTransitionAttribute") is not null ? "[SuppressGCTransition]"
        : function?.Named<bool>("SuppressGCTransition") == true ? "'SuppressGCTransition = true'"
        : OptionsReader.ConventionTypes(declaration).Any(static convention => IsConvention(convention.Value as ITypeSymbol)) ? Convention
        : null;

    /// <summary>The same of a function pointer: <c>delegate* unmanaged[SuppressGCTransition]</c>.</summary>
    public static string? FindSpelling(IFunctionPointerTypeSymbol pointer) =>
        pointer.Signature.UnmanagedCallingConventionTypes.Any(IsConvention) ? "SuppressGCTransition from the type" : null;

    private static bool IsConvention(ITypeSymbol? type) => type.Is("System.Runtime.CompilerServices", Convention);
}
