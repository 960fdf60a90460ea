using Ffi.Bindgen.Reading;

namespace Ffi.Bindgen.Recipes;

/// <summary>What a recipe has read.</summary>
public static class RecipeRequest
{
    /// <summary>The request of a recipe.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="folder">The folder in which it stands, from which its paths go.</param>
    public static ReadRequest Of(Recipe recipe, string folder) => new()
    {
        Headers = [.. recipe.Headers.Select(header => File.Exists(Path.Combine(folder, header)) ? Path.Combine(folder, header) : header)],
        IncludeFolders = [.. recipe.IncludeFolders.Select(include => Path.Combine(folder, include))],
        Defines = recipe.Defines,
        Platforms = recipe.Platforms,
    };
}
