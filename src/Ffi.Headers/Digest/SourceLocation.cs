namespace Ffi.Headers.Digest;

/// <summary>A line of a header.</summary>
/// <param name="File">The header as a program includes it, such as <c>curl/easy.h</c>.</param>
/// <param name="Line">The line, from 1.</param>
public readonly record struct SourceLocation(string File, int Line)
{
    /// <summary>The place as compilers write it: <c>curl/easy.h:42</c>.</summary>
    public override string ToString() => $"{File}:{Line}";
}
