using Ffi.Bindgen.Planning;
using Ffi.Bindgen.Recipes;
using Ffi.Headers.Digest;
using Ffi.Headers.Text;

namespace Ffi.Bindgen;

/// <summary>The three files of a binding: the recipe, which is the user's; the digest; and C#.</summary>
/// <param name="Name">What the recipe and the digest are called, without their extensions.</param>
/// <param name="Recipe">The text of the recipe.</param>
/// <param name="Digest">The text of the digest.</param>
/// <param name="SourceName">What the C# file is called.</param>
/// <param name="Result">The bindings.</param>
public sealed record BindingFiles(string Name, string Recipe, string Digest, string SourceName, BindResult Result)
{
    /// <summary>What the names of recipes end in.</summary>
    public const string RecipeExtension = ".ffi-bind";

    /// <summary>What the names of digests end in.</summary>
    public const string DigestExtension = ".ffi-header";

    /// <summary>The names and texts of all files.</summary>
    public IEnumerable<(string Name, string Text)> All =>
        [(Name + RecipeExtension, Recipe), (Name + DigestExtension, Digest), (SourceName, Result.Source)];

    /// <summary>Makes the files of a new binding.</summary>
    /// <param name="digest">What the header says.</param>
    /// <param name="asked">What was asked for, on a command line.</param>
    /// <param name="declared">C names of functions that the program declares itself.</param>
    public static BindingFiles First(HeaderDigest digest, Recipe asked, IReadOnlySet<string> declared)
    {
        string text = FirstRecipe.Write(digest, asked, BindingPlanner.Plan(digest, asked, declared));
        // What is written must say what was meant: the code comes from the file, as it will from now on.
        return Again(asked.Library, digest, text, RecipeParser.Parse(text, asked.Library + RecipeExtension).Recipe, declared);
    }

    // What the recipe asks for, what came with it, and what the program declares by hand.
    private static Func<string, bool> IsOfBinding(Recipe recipe, BindResult result, IReadOnlySet<string> declared)
    {
        HashSet<string> functions = [.. result.Functions, .. declared];
        NamePattern[] members = [.. recipe.Enums.SelectMany(static choice => choice.Members)];
        return name => functions.Contains(name) || recipe.Binds(name) || members.Any(pattern => pattern.Matches(name));
    }

    /// <summary>Makes the files of a binding whose recipe exists.</summary>
    public static BindingFiles Again(string name, HeaderDigest digest, string text, Recipe recipe, IReadOnlySet<string> declared)
    {
        BindResult result = Binder.Bind(digest, recipe, declared);
        HeaderDigest written = recipe.Only.Count == 0 ? digest : DigestFilter.Only(digest, IsOfBinding(recipe, result, declared));
        string digestText = DigestWriter.Write(written with { Library = recipe.Library });
        return new BindingFiles(name, text, digestText, $"{result.ClassName}.g.cs", result);
    }
}
