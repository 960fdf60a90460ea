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
        if (File.Exists(path))
        {
            console.Error.WriteLine($"{path} exists, and says what is bound; what else stands on the command line doesn't count.");
            return Again([path]);
        }

        if (Read(asked) is not { } digest)
        {
            return ExitCode.CannotRead;
        }

        Directory.CreateDirectory(folder);
        return Write(BindingFiles.First(digest, asked, DeclaredFunctions.Below(folder)));
    }

    /// <summary>Carries out all recipes of the folder.</summary>
    public int Again()
    {
        string[] recipes = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*" + BindingFiles.RecipeExtension).Order(StringComparer.Ordinal)] : [];
        return recipes.Length == 0
            ? console.Fail([new Problem($"There is no recipe (*{BindingFiles.RecipeExtension}) in {Path.GetFullPath(folder)}. Name a header to begin one.")], json: false)
            : Again(recipes);
    }

    private int Again(string[] recipes)
    {
        int worst = ExitCode.Clean;
        foreach (string path in recipes)
        {
            string text = File.ReadAllText(path);
            RecipeParseResult parsed = RecipeParser.Parse(text, path);
            if (parsed.Errors.Count > 0)
            {
                worst = console.Fail([.. parsed.Errors.Select(static error => new Problem(error.Message, error.File, error.Line))], json: false);
                continue;
            }

            int code = Read(parsed.Recipe) is { } digest
                ? Write(BindingFiles.Again(Path.GetFileNameWithoutExtension(path), digest, text, parsed.Recipe, DeclaredFunctions.Below(folder)))
                : ExitCode.CannotRead;
            worst = Math.Max(worst, code);
        }

        return worst;
    }

    private HeaderDigest? Read(Recipe recipe)
    {
        DigestSource source = DigestSource.ReadHeaders(complete(RecipeRequest.Of(recipe, folder)), console);
        if (source.Digest is null)
        {
            console.Fail(source.Problems, json: false);
        }

        return source.Digest;
    }

    private int Write(BindingFiles files)
    {
        List<string> changed = [];
        foreach ((string name, string text) in files.All)
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

        foreach (string line in BindReport.Of(files, changed, isCheck))
        {
            console.Output.WriteLine(line);
        }

        return isCheck && changed.Count > 0 ? ExitCode.Findings : ExitCode.Clean;
    }
}
