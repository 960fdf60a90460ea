using System.Text;
using Ffi.Bindgen.Inference;
using Ffi.Bindgen.Planning;
using Ffi.Bindgen.Planning.Names;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Recipes;

/// <summary>Writes the recipe with which a binding begins: what was asked for, what was found, and guesses as comments.</summary>
internal static class FirstRecipe
{
    public static string Write(HeaderDigest digest, Recipe recipe, PlannedBinding planned)
    {
        StringBuilder text = new();
        text.Append("# How ")
            .AppendJoin(", ", recipe.Headers)
            .Append(" is bound. \"ffi bind\" wrote this once, and never overwrites it.\n\n");
        Line(text, "header", string.Join(' ', recipe.Headers));
        Line(text, "include", string.Join(' ', recipe.IncludeFolders));
        Line(text, "define", string.Join(' ', recipe.Defines));
        Line(text, "platforms", recipe.Platforms == PlatformSet.All ? "" : recipe.Platforms.ToString().Replace(',', ' '));
        Line(text, "library", recipe.Library);
        foreach ((string system, string name) in recipe.LibraryBySystem)
        {
            Line(text, "library", $"{name} on {system}");
        }

        Line(text, "namespace", recipe.Namespace);
        Line(text, "class", planned.Plan.ClassName);
        text.Append(recipe.IsInstance ? "instance\n" : "");
        Line(text, "strip", string.Join(' ', planned.Strip));
        Line(text, "only", string.Join(' ', recipe.Only));
        Line(text, "except", string.Join(' ', recipe.Except));
        WriteHandles(text, planned);
        WriteGuesses(text, digest, planned);
        return text.ToString();
    }

    private static void Line(StringBuilder text, string keyword, string words)
    {
        if (words.Length > 0)
        {
            text.Append(keyword.PadRight(10)).Append(words).Append('\n');
        }
    }

    private static void WriteHandles(StringBuilder text, PlannedBinding planned)
    {
        (string Line, string Reason)[] handles =
        [
            .. planned.Plan.Handles.Select(handle =>
                ($"{handle.CName} as {handle.Name} freed-by {handle.FreedBy}", planned.Pairs.Find(handle.CName)!.Reason)),
        ];
        if (handles.Length > 0)
        {
            int width = handles.Max(static handle => handle.Line.Length) + 2;
            text.Append("\n# Types with an owner. Each becomes a SafeHandle.\n");
            foreach ((string line, string reason) in handles)
            {
                text.Append("handle    ").Append(line.PadRight(width)).Append("# ").Append(reason).Append('\n');
            }
        }
    }

    private static void WriteGuesses(StringBuilder text, HeaderDigest digest, PlannedBinding planned)
    {
        Guess[] guesses =
        [
            .. ConstantGroups.Find(digest, new Prefixes(planned.Strip)),
            .. new FunctionGuesses(digest, planned.Plan, planned.Pairs).Find(),
        ];
        if (guesses.Length > 0)
        {
            text.Append("\n# Only names suggest the following lines. To accept one, delete its \"# guess:\".\n");
            foreach (Guess guess in guesses)
            {
                text.Append("# guess: ").Append(guess.Line).Append("   # ").Append(guess.Reason).Append('\n');
            }
        }
    }
}
