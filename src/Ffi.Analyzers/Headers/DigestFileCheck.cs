using System.Security.Cryptography;
using System.Text;
using Ffi.Headers.Checking;
using Ffi.Headers.Digest;
using Ffi.Headers.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Analyzers.Headers;

/// <summary>Looks at the digests themselves: whether they can be read, and whether they are of the headers that are beside them.</summary>
internal static class DigestFileCheck
{
    public static void Report(AdditionalFileAnalysisContext context)
    {
        if (
            !HeaderFiles.IsDigest(context.AdditionalFile)
            || HeaderFiles.Parse(context.AdditionalFile, context.CancellationToken) is not { } parsed)
        {
            return;
        }

        if (parsed.Errors.Count > 0)
        {
            DigestError error = parsed.Errors[0];
            string more = parsed.Errors.Count == 1 ? "" : $" ({parsed.Errors.Count - 1} more)";
            Report(
                context,
                DiagnosticSeverity.Warning,
                error.Line,
                error.Column,
                $"The digest can't be read, and nothing is compared with it: {error.Message.TrimEnd('.')}{more}");
        }
        else if (parsed.Index is { Digest: { } digest } && IsStale(digest, context))
        {
            Report(
                context,
                DiagnosticSeverity.Info,
                1,
                1,
                $"The digest was read from another version of {digest.Headers[0]} than the one in the project. Read it again");
        }
    }

    // Of a header that includes others of its library, what was hashed isn't all here.
    private static bool IsStale(HeaderDigest digest, AdditionalFileAnalysisContext context)
    {
        if (
            digest is not { Headers: [{ } header], Sha256: { } expected }
            || digest.Functions.Any(function => function.Location is { } location && location.File != header))
        {
            return false;
        }

        AdditionalText? file = context.Options.AdditionalFiles.FirstOrDefault(file =>
            file.Path.Replace('\\', '/') is var path && (path == header || path.EndsWith("/" + header, StringComparison.Ordinal)));
        return file?.GetText(context.CancellationToken) is { } text && Hash(header, text) is { } hash && hash != expected;
    }

    // As the reader hashes: the name, a new line, and the bytes.
    private static string? Hash(string header, SourceText text)
    {
        string content = text.ToString();
        if (content.Contains('\uFFFD'))
        {
            return null;
        }

        Encoding encoding = text.Encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        byte[] bytes = [.. Encoding.UTF8.GetBytes(header + "\n"), .. encoding.GetPreamble(), .. encoding.GetBytes(content)];
        using var hash = SHA256.Create();
        return string.Concat(
            hash.ComputeHash(bytes).Select(static value => value.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static void Report(AdditionalFileAnalysisContext context, DiagnosticSeverity severity, int line, int column, string message)
    {
        LinePosition position = new(Math.Max(0, line - 1), Math.Max(0, column - 1));
        var location = Location.Create(context.AdditionalFile.Path, default, new LinePositionSpan(position, position));
        context.ReportDiagnostic(Diagnostic.Create(HeaderDescriptors.Of(CheckRule.StaleDigest), location, severity, [], null, message));
    }
}
