using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Flow;

/// <summary>What ended a resource.</summary>
internal enum ReleaseKind
{
    /// <summary>The end of a <c>fixed</c> statement.</summary>
    RegionExit,

    /// <summary>The return of the method.</summary>
    FrameExit,

    /// <summary>An <c>await</c> or <c>yield</c>.</summary>
    Await,

    /// <summary>The end of a pin or of a lease from a pool.</summary>
    Unpin,

    /// <summary>A free of native memory.</summary>
    NativeFree,

    /// <summary>A call with a <c>[Frees]</c> parameter.</summary>
    FreesCall,

    /// <summary>The unloading of a library.</summary>
    Unload,

    /// <summary>The disposal of a handle.</summary>
    Dispose,

    /// <summary>A call after which a borrowed result is no longer valid.</summary>
    Invalidated,

    /// <summary>Not released: on this path it was never made, because making it gave null.</summary>
    NeverMade,
}

/// <summary>The event that ended a resource, and where it stands.</summary>
internal sealed record Release(ReleaseKind Kind, SyntaxNode Site, string By);

/// <summary>Native code's use of a pointer after the call that took it.</summary>
/// <param name="Argument">What was passed.</param>
/// <param name="Parameter">The parameter that takes it.</param>
/// <param name="Until">The symbol whose call ends it; null if nothing does.</param>
/// <param name="Home">The assembly that declares the function.</param>
internal sealed record Retention(SyntaxNode Argument, string Parameter, string? Until, IAssemblySymbol Home);
