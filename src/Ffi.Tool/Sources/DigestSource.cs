using Ffi.Bindgen.Reading;
using Ffi.Headers.Digest;
using Ffi.Headers.Text;
using Ffi.Tool.Output;

namespace Ffi.Tool.Sources;

/// <summary>A digest from what the user named: a digest's file, headers, or a library that Ffi knows. Or the reasons why there is
/// none.</summary>
/// <param name="Name">What was named.</param>
/// <param name="Digest">What it says; null if there are problems.</param>
/// <param name="Problems">Why it can't be read.</param>
internal sealed record DigestSource(string Name, HeaderDigest? Digest, IReadOnlyList<Problem> Problems)
{
    /// <summary>The headers that were read, if it comes from headers.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>How the files of digests end.</summary>
    public const string Extension = ".ffi-header";

    private static readonly string[] s_headerExtensions = [".h", ".hh", ".hpp", ".hxx", ".inc"];

    /// <summary>Reads what a name stands for.</summary>
    /// <param name="name">What the user wrote.</param>
    /// <param name="requestOf">How headers are to be read.</param>
    /// <param name="console">Where progress is shown.</param>
    public static DigestSource Open(string name, Func<IReadOnlyList<string>, ReadRequest> requestOf, ToolConsole console)
    {
        if (Path.GetExtension(name) == Extension)
        {
            return ReadDigest(name);
        }

        bool isHeader = s_headerExtensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) || File.Exists(name);
        return isHeader ? ReadHeaders(requestOf([name]), console) : Known(name);
    }

    /// <summary>Reads a digest's file.</summary>
    public static DigestSource ReadDigest(string file)
    {
        if (!File.Exists(file))
        {
            return Failed(file, new Problem($"There is no file {file}."));
        }

        DigestParseResult parsed = DigestParser.Parse(File.ReadAllText(file), file);
        return new DigestSource(
            file,
            parsed.Digest,
            [.. parsed.Errors.Select(static error => new Problem(error.Message, error.File, error.Line, error.Column))]);
    }

    /// <summary>Reads headers.</summary>
    public static DigestSource ReadHeaders(ReadRequest request, ToolConsole console)
    {
        string name = string.Join(", ", request.Headers);
        int done = 0;
        ReadResult result = console.Await($"Reading {name}", show => HeaderReader.Read(request with
        {
            PlatformRead = _ => show($"Reading {name}: {Interlocked.Increment(ref done)} of {request.Platforms.Count} platforms"),
        }));
        return new DigestSource(name, result.Digest, [.. result.Problems.Select(ProblemOf)]) { Files = result.Files };
    }

    /// <summary>Takes the digest of a library that Ffi knows.</summary>
    public static DigestSource Known(string name) =>
        KnownLibraries.Find(name) is { } file
            ? ReadDigest(file) with
            {
                Name = Path.GetFileNameWithoutExtension(file),
            }
            : Failed(name, new Problem(KnownLibraries.Unknown(name)));

    private static DigestSource Failed(string name, Problem problem) => new(name, null, [problem]);

    private static Problem ProblemOf(ReadProblem problem)
    {
        bool isOnSome = !problem.Platforms.IsEmpty && problem.Platforms != PlatformSet.All;
        return new Problem(problem.Message + (isOnSome ? $" [{problem.Platforms}]" : ""), problem.File, problem.Line);
    }
}
