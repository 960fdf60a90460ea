using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Reading;

/// <summary>What to read, and for which platforms.</summary>
public sealed record ReadRequest
{
    /// <summary>The headers: paths, or names as a program includes them, such as <c>curl/curl.h</c>.</summary>
    public required IReadOnlyList<string> Headers { get; init; }

    /// <summary>Where headers are looked for, as with a compiler's <c>-I</c>.</summary>
    public IReadOnlyList<string> IncludeFolders { get; init; } = [];

    /// <summary>Macros that the header expects, as with a compiler's <c>-D</c>: <c>NAME</c> or <c>NAME=value</c>.</summary>
    public IReadOnlyList<string> Defines { get; init; } = [];

    /// <summary>The platforms to read for.</summary>
    public PlatformSet Platforms { get; init; } = PlatformSet.All;

    /// <summary>Folders of a real C library's headers, searched instead of the ones that Ffi has; empty to use Ffi's.</summary>
    public IReadOnlyList<string> SystemFolders { get; init; } = [];

    /// <summary>Further arguments for the compiler.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Whether the headers' comments are kept.</summary>
    public bool IncludeDocumentation { get; init; } = true;

    /// <summary>Whether headers without any function are a mistake: mostly they are the wrong ones, or a macro is missing.</summary>
    public bool RequireFunctions { get; init; } = true;

    /// <summary>A libclang to use; null for the one that is packaged, or else the system's.</summary>
    public string? ClangPath { get; init; }

    /// <summary>Is told of each platform when it has been read, on the thread that read it; null if nobody waits.</summary>
    public Action<Platform>? PlatformRead { get; init; }
}
