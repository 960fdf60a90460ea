namespace Ffi.Bindgen.Recipes;

/// <summary>A line of a recipe that says nothing that is known.</summary>
public sealed record RecipeError(string File, int Line, string Message)
{
    /// <summary>The error as compilers write it.</summary>
    public override string ToString() => $"{File}({Line}): error: {Message}";
}

/// <summary>A recipe, and what is wrong with its text.</summary>
public sealed record RecipeParseResult(Recipe Recipe, IReadOnlyList<RecipeError> Errors);
