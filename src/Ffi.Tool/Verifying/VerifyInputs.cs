using Ffi.Bindgen.Reading;
using Ffi.Headers.Digest;
using Ffi.Tool.Assemblies;
using Ffi.Tool.Output;
using Ffi.Tool.Sources;

namespace Ffi.Tool.Verifying;

/// <summary>What is to be compared with what.</summary>
internal sealed class VerifyInputs(ToolConsole console)
{
    /// <summary>An assembly or a project.</summary>
    public required string Target { get; init; }

    /// <summary>Whether a project is taken as it was built before.</summary>
    public bool NoBuild { get; init; }

    /// <summary>Digests: files, and names of libraries.</summary>
    public IReadOnlyList<string> Digests { get; init; } = [];

    /// <summary>Headers to read; null if there are none.</summary>
    public ReadRequest? Headers { get; init; }

    /// <summary>Files of native libraries.</summary>
    public IReadOnlyList<string> Libraries { get; init; } = [];

    /// <summary>Reads everything. One thing that can't be read is reason enough to compare nothing.</summary>
    public Verification Open()
    {
        List<Problem> problems = [];
        string path = Target;
        List<string> chosen = [.. Digests];
        if (ProjectOutput.IsProject(Target))
        {
            (ProjectOutput? output, Problem? problem) = console.Await($"Building {Target}", _ => ProjectOutput.Build(Target, NoBuild));
            if (output is null)
            {
                return Verification.Failed([problem!]);
            }

            path = output.Assembly;
            chosen.AddRange(output.Digests);
        }

        (AssemblyFile? assembly, Problem? notAssembly) = AssemblyFile.Open(path);
        if (assembly is null)
        {
            return Verification.Failed([notAssembly!]);
        }

        AssemblyDeclarations declarations = new(assembly);
        List<NamedDigest> digests =
        [
            .. chosen
                .Distinct()
                .Select(OpenDigest)
                .Concat(Headers is null ? [] : [DigestSource.ReadHeaders(Headers, console)])
                .SelectMany(source => Take(source, problems)),
        ];
        List<ExportList> exports = [.. Libraries.Select(ExportList.Read).SelectMany(read => Take(read, problems))];
        if (digests.Count == 0)
        {
            digests.AddRange(KnownDigests.For(declarations.Imports.Select(static import => import.Library).OfType<string>()));
        }

        if (declarations.Imports.Count == 0)
        {
            problems.Add(new Problem($"{path} declares no native function, so there is nothing to compare."));
        }

        problems.AddRange(
            exports
                .Where(list => !declarations.Imports.Any(list.Belongs))
                .Select(list => new Problem(
                    $"No import is from {list.File}. The imported libraries are {string.Join(", ", declarations.Imports.Select(static import => import.Library).Distinct())}."
                )));
        return new Verification(path, declarations, digests, exports, problems);
    }

    private static DigestSource OpenDigest(string name) =>
        Path.GetExtension(name) == DigestSource.Extension || File.Exists(name) ? DigestSource.ReadDigest(name) : DigestSource.Known(name);

    private static IEnumerable<NamedDigest> Take(DigestSource source, List<Problem> problems)
    {
        problems.AddRange(source.Problems);
        return source.Digest is { } digest ? [new NamedDigest(source.Name, new DigestIndex(digest), IsKnown: false)] : [];
    }

    private static IEnumerable<ExportList> Take((ExportList? List, Problem? Problem) read, List<Problem> problems)
    {
        problems.AddRange(read.Problem is { } problem ? [problem] : []);
        return read.List is { } list ? [list] : [];
    }
}

/// <summary>What was read for a comparison, or why that failed.</summary>
internal sealed class Verification(
    string path,
    AssemblyDeclarations? declarations,
    IReadOnlyList<NamedDigest> digests,
    IReadOnlyList<ExportList> exports,
    IReadOnlyList<Problem> problems
) : IDisposable
{
    /// <summary>Why nothing is compared.</summary>
    public IReadOnlyList<Problem> Problems { get; } = problems;

    public static Verification Failed(IReadOnlyList<Problem> problems) => new("", null, [], [], problems);

    /// <summary>Compares.</summary>
    public VerifyReport Run() => new Verifier(path, declarations!, digests, exports).Run();

    public void Dispose() => declarations?.Dispose();
}
