using Ffi.Bindgen.Clang;
using Ffi.Bindgen.Sysroot;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Reading;

/// <summary>Reads headers for one platform.</summary>
internal sealed class TargetReader(LibClang clang, ReadRequest request, IncludePath path, Platform platform)
{
    private readonly string[] _arguments =
    [
        .. TargetArguments.For(platform),
        .. request.Defines.Select(static define => "-D" + define),
        // Ahead of the library's folders: they may be the system's, and have the real ones.
        .. (request.SystemFolders is { Count: > 0 } real ? real : StubHeaders.FoldersOf(platform)).SelectMany(static folder =>
            new[] { "-isystem", folder }),
        .. path.Folders.SelectMany(static folder => new[] { "-isystem", folder }),
        .. request.Arguments,
    ];

    private readonly string _includes = string.Concat(
        path.Headers.Select(static header => $"#include \"{header.Path.Replace("\\", "\\\\")}\"\n"));

    public TargetResult Read()
    {
        TargetResult result = Read(_includes);
        string forgotten = ForgottenIncludes.Find(result.Problems);
        return forgotten.Length == 0 ? result : Read(forgotten + _includes);
    }

    /// <summary>What another processor of the same system says, if what was read for this one tells it; null if that has to be
    /// read.</summary>
    public TargetResult? Share(TargetResult read, Platform other) =>
        read.Problems.Count == 0
        && request.SystemFolders.Count == 0
        && request.Arguments.Count == 0
        && !request.Defines.Any(ProcessorDefine)
        && ProcessorWords.SayTheSame(read.Files, static file => StubHeaders.Contains(file.Path), platform, other)
            ? read with
            {
                Digest = read.Digest with { Platforms = PlatformSet.Of(other) },
            }
            : null;

    // Who defines what the compiler does means something by it.
    private static bool ProcessorDefine(string define) => define.StartsWith('_');

    private TargetResult Read(string source)
    {
        using TranslationUnit unit = TranslationUnit.Parse(
            clang, source, _arguments, ParseOptions.DetailedPreprocessingRecord | ParseOptions.SkipFunctionBodies | ParseOptions.KeepGoing);
        SourceFiles files = new(clang, path);
        DeclarationReader declarations = new(clang, files, platform, request.IncludeDocumentation);
        declarations.Gather(unit.Root);
        IReadOnlyList<ReadProblem> errors = [.. ForeignIncludes(files), .. new DiagnosticReader(clang, files, platform).Read(unit.Handle)];
        if (errors.Count > 0)
        {
            return new TargetResult(new HeaderDigest(), [], errors);
        }

        declarations.Read();
        if (request.RequireFunctions && declarations.Functions.Count == 0)
        {
            errors = [NoFunctions()];
        }

        MacroValues values = MacroValues.Read(clang, source, _arguments, declarations.Macros, files.Undefined());
        return new TargetResult(declarations.ToDigest(values), [.. files.Own], errors) { Files = [.. files.All] };
    }

    // What the machine's C library says holds for it alone: without it, or for another platform, the result would be another.
    private IEnumerable<ReadProblem> ForeignIncludes(SourceFiles files) =>
        request.SystemFolders.Count > 0
            ? []
            : files
                .Foreign.Where(include => !SystemHeaderNames.Contains(include.Includer))
                .Select(include => new ReadProblem(
                    ReadProblemKind.IncludeNotFound,
                    $"The include {include.Name} is a system header that Ffi has no copy of. Name the folders of your C library's headers as system folders to read with those.",
                    include.Includer,
                    include.Line,
                    PlatformSet.Of(platform)));

    private ReadProblem NoFunctions() =>
        new(
            ReadProblemKind.NoFunctions,
            $"No function is declared in {string.Join(", ", path.Headers.Select(static header => header.Name))}. Define the macro that the header needs (-D NAME), or name another header.",
            path.Headers[0].Name,
            Line: 0,
            PlatformSet.Of(platform));
}
