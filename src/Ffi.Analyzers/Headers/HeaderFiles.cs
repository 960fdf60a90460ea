using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Ffi.Headers.Checking;
using Ffi.Headers.Digest;
using Ffi.Headers.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Analyzers.Headers;

/// <summary>The digests among a project's additional files.</summary>
internal static class HeaderFiles
{
    /// <summary>How a digest's file ends.</summary>
    public const string Ending = ".ffi-header";

    // An editor asks at each keystroke, with the same text.
    private static readonly ConditionalWeakTable<SourceText, ParsedHeader> s_parsed = new();

    public static bool IsDigest(AdditionalText file) => file.Path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);

    /// <summary>The digests that can be read. One with an error is left out: what checks half of a header reports what is not so.</summary>
    public static DigestSet Read(ImmutableArray<AdditionalText> files, CancellationToken cancellation) =>
        new(files.Where(IsDigest).Select(file => Parse(file, cancellation)?.Index).OfType<DigestIndex>());

    /// <summary>A digest, or what is wrong with it; null if the file can't be read at all.</summary>
    public static ParsedHeader? Parse(AdditionalText file, CancellationToken cancellation) => file.GetText(cancellation) is { } text
        ? s_parsed.GetValue(text, key => ParsedHeader.Parse(key, file.Path))
        : null;
}

/// <summary>A digest that was read, and what is wrong with its text.</summary>
internal sealed class ParsedHeader
{
    private ParsedHeader(DigestIndex? index, IReadOnlyList<DigestError> errors) => (Index, Errors) = (index, errors);

    public DigestIndex? Index { get; }

    public IReadOnlyList<DigestError> Errors { get; }

    public static ParsedHeader Parse(SourceText text, string path)
    {
        DigestParseResult result = DigestParser.Parse(text.ToString(), Path.GetFileName(path));
        return new ParsedHeader(result.Digest is { } digest ? new DigestIndex(digest) : null, result.Errors);
    }
}
