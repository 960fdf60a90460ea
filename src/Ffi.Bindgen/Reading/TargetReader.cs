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
        .. (request.SystemFolders is { Count: > 0 } real ? real : StubHeaders.FoldersOf(platform)).SelectMany(static folder => new[] { "-isystem", folder }),
        .. path.Folders.SelectMany(static folder => new[] { "-isystem", folder }),
        .. request.Arguments,
    ];

    private string Includes => string.Concat(path.Headers.Select(static header => $"#include \"{header.Path.Replace("\\", "\\\\")}\"\n"));

    public TargetResult Read()
    {
        using TranslationUnit unit = TranslationUnit.Parse(
            clang, Includes, _arguments, ParseOptions.DetailedPreprocessingRecord | ParseOptions.SkipFunctionBodies | ParseOptions.KeepGoing);
        SourceFiles files = new(clang, path);
        IReadOnlyList<ReadProblem> errors = new DiagnosticReader(clang, files, platform).Read(unit.Handle);
        DeclarationReader declarations = new(clang, files, platform, request.IncludeDocumentation);
        if (errors.Count > 0)
        {
            return new TargetResult(new HeaderDigest(), [], errors);
        }

        declarations.Read(unit.Root);
        if (request.RequireFunctions && declarations.Functions.Count == 0)
        {
            errors = [NoFunctions()];
        }

        MacroValues values = MacroValues.Read(clang, Includes, _arguments, declarations.Macros);
        return new TargetResult(declarations.ToDigest(values), [.. files.Own], errors);
    }

    private ReadProblem NoFunctions() => new(
        ReadProblemKind.NoFunctions,
        $"No function is declared in {string.Join(", ", path.Headers.Select(static header => header.Name))}. Is a macro missing that the header asks for (-D NAME), or is it another header?",
        path.Headers[0].Name,
        Line: 0,
        PlatformSet.Of(platform));
}
