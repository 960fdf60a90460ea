using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Reading;

/// <summary>A digest, or the reasons why there is none. A header that was read in part would make what uses it report what is not
/// so.</summary>
/// <param name="Digest">What the headers say; null if there is a problem.</param>
/// <param name="Problems">Why there is no digest.</param>
public sealed record ReadResult(HeaderDigest? Digest, IReadOnlyList<ReadProblem> Problems)
{
    /// <summary>The full paths of the library's headers, as they were read.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];
}

/// <summary>Why a header can't be read.</summary>
/// <param name="Kind">Which of the reasons.</param>
/// <param name="Message">What is wrong and what to do, in one or two sentences.</param>
/// <param name="File">The header in which it shows; null if in none.</param>
/// <param name="Line">The line, from 1; 0 if there is none.</param>
/// <param name="Platforms">For which platforms.</param>
public sealed record ReadProblem(ReadProblemKind Kind, string Message, string? File, int Line, PlatformSet Platforms)
{
    /// <summary>The problem as compilers write it.</summary>
    public override string ToString() =>
        (
            File is null ? ""
            : Line > 0 ? $"{File}({Line}): "
            : $"{File}: ")
        + Message
        + (Platforms == PlatformSet.All || Platforms.IsEmpty ? "" : $" [{Platforms}]");
}

/// <summary>Why a header can't be read.</summary>
public enum ReadProblemKind
{
    /// <summary>A header that was asked for is nowhere.</summary>
    HeaderNotFound,

    /// <summary>A header includes one that is nowhere.</summary>
    IncludeNotFound,

    /// <summary>The compiler doesn't understand the header.</summary>
    Error,

    /// <summary>The header declares no function.</summary>
    NoFunctions,

    /// <summary>There is no libclang.</summary>
    ClangNotFound,
}
