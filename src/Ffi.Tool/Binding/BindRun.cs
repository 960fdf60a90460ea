using Ffi.Bindgen;
using Ffi.Bindgen.Reading;
using Ffi.Bindgen.Recipes;
using Ffi.Headers.Digest;
using Ffi.Tool.Output;
using Ffi.Tool.Sources;

namespace Ffi.Tool.Binding;

/// <summary>Carries out recipes in a folder.</summary>
/// <param name="folder">Where they are.</param>
/// <param name="isCheck">Whether nothing is written.</param>
/// <param name="complete">Adds to a request what the command line says of reading.</param>
/// <param name="console">Where to tell what was done.</param>
internal sealed class BindRun(string folder, bool isCheck, Func<ReadRequest, ReadRequest> complete, ToolConsole console)
{
    /// <summary>How the list of what was read is called, in a folder that a build owns.</summary>
    public const string InputsExtension = ".inputs";

    /// <summary>Whether a build owns the folder: everything in it is written anew, the recipe too, with a list of the headers that were
    /// read.</summary>
    public bool IsOfBuild { get; init; }

    /// <summary>A file that lists sources of the program, one a line: what they declare is left out. Null to look into the
    /// folder.</summary>
    public string? SourceList { get; init; }

    /// <summary>Begins a binding; one that exists is carried out again.</summary>
    public int First(Recipe asked)
    {
        // A recipe is checked in, and its paths go from where it stands.
        asked = asked with
        {
            Headers = [.. asked.Headers.Select(header => File.Exists(header) ? Path.GetRelativePath(folder, header) : header)],
            IncludeFolders = [.. asked.IncludeFolders.Select(include => Path.GetRelativePath(folder, include))],
        };
        string path = Path.Combine(folder, asked.Library + BindingFiles.RecipeExtension);
        if (File.Exists(path) && !IsOfBuild)
        {
            console.Error.WriteLine($"{path} exists, and says what is bound; what else stands on the command line doesn't count.");
            return Again([path]);
        }

        DigestSource source = Read(asked, folder);
        return source.Digest is { } digest
            ? Write(BindingFiles.First(digest, asked, Declared()), null, source.Files)
            : ExitCode.CannotRead;
    }

    /// <summary>Carries out all recipes of the folder.</summary>
    public int Again()
    {
        string[] recipes = Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*" + BindingFiles.RecipeExtension).Order(StringComparer.Ordinal)]
            : [];
        return recipes.Length == 0
            ? console.Fail(
                [
                    new Problem(
                        $"There is no recipe (*{BindingFiles.RecipeExtension}) in {Path.GetFullPath(folder)}. Name a header to begin one."),
                ],
                json: false)
            : Again(recipes);
    }

    /// <summary>Carries out one recipe, wherever it stands.</summary>
    public int Follow(string recipe) =>
        File.Exists(recipe) ? Again([recipe]) : console.Fail([new Problem($"There is no file {recipe}.")], json: false);

    private int Again(string[] recipes)
    {
        int worst = ExitCode.Clean;
        foreach (string path in recipes)
        {
            string text = File.ReadAllText(path);
            RecipeParseResult parsed = RecipeParser.Parse(text, path);
            if (parsed.Errors.Count > 0)
            {
                worst = console.Fail(
                    [.. parsed.Errors.Select(static error => new Problem(error.Message, error.File, error.Line))],
                    json: false);
                continue;
            }

            DigestSource source = Read(parsed.Recipe, Path.GetDirectoryName(Path.GetFullPath(path))!);
            int code = source.Digest is { } digest
                ? Write(Carry(path, digest, text, parsed.Recipe), path, [path, .. source.Files])
                : ExitCode.CannotRead;
            worst = Math.Max(worst, code);
        }

        return worst;
    }

    private IReadOnlySet<string> Declared() =>
        SourceList is { } list ? DeclaredFunctions.In(File.ReadLines(list)) : DeclaredFunctions.Below(folder);

    private DigestSource Read(Recipe recipe, string from)
    {
        DigestSource source = DigestSource.ReadHeaders(complete(RecipeRequest.Of(recipe, from)), console);
        if (source.Digest is null)
        {
            console.Fail(source.Problems, json: false);
        }

        return source;
    }

    private BindingFiles Carry(string path, HeaderDigest digest, string text, Recipe recipe) =>
        BindingFiles.Again(Path.GetFileNameWithoutExtension(path), digest, text, recipe, Declared());

    // A recipe that is not written yet has no lines to show.
    private static Problem ToProblem(RecipeMistake mistake, string text, string? path) =>
        new(mistake.Message, path, path is null ? 0 : mistake.LineIn(text));

    private int Write(BindingFiles files, string? recipe, IReadOnlyList<string> inputs)
    {
        if (files.Result.Mistakes.Count > 0)
        {
            return console.Fail([.. files.Result.Mistakes.Select(mistake => ToProblem(mistake, files.Recipe, recipe))], json: false);
        }

        Directory.CreateDirectory(folder);
        List<string> changed = [];
        (string Name, string Text)[] all = IsOfBuild
            ? [.. files.All, (files.Name + InputsExtension, string.Concat(inputs.Select(static input => Path.GetFullPath(input) + "\n")))]
            : [.. files.All];
        foreach ((string name, string text) in all)
        {
            string path = Path.Combine(folder, name);
            if (!File.Exists(path) || File.ReadAllText(path) != text)
            {
                changed.Add(name);
                if (!isCheck)
                {
                    File.WriteAllText(path, text);
                }
            }
        }

        if (IsOfBuild)
        {
            DeleteOthers(all.Select(static file => file.Name));
        }

        foreach (string line in BindReport.Of(files, changed, isCheck))
        {
            console.Output.WriteLine(line);
        }

        return isCheck && changed.Count > 0 ? ExitCode.Findings : ExitCode.Clean;
    }

    // A class that was renamed would be compiled twice.
    private void DeleteOthers(IEnumerable<string> names)
    {
        foreach (string path in Directory.EnumerateFiles(folder, "*.g.cs").Where(path => !names.Contains(Path.GetFileName(path))))
        {
            File.Delete(path);
        }
    }
}
