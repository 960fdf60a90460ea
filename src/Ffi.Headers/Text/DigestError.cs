using Ffi.Headers.Digest;

namespace Ffi.Headers.Text;

/// <summary>What is wrong with a digest's text.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Message">What was expected, and what is there.</param>
public sealed record DigestError(string File, int Line, int Column, string Message)
{
    /// <summary>The error as compilers write it.</summary>
    public override string ToString() => $"{File}({Line},{Column}): {Message}";
}

/// <summary>A digest, or what is wrong with its text.</summary>
/// <param name="Digest">The digest; null if there are errors.</param>
/// <param name="Errors">The first error of each line that has one.</param>
public sealed record DigestParseResult(HeaderDigest? Digest, IReadOnlyList<DigestError> Errors);

/// <summary>Ends the reading of one line.</summary>
internal sealed class DigestSyntaxException(int column, string message) : Exception(message)
{
    public int Column { get; } = column;
}
