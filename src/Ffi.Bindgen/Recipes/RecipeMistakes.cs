using Ffi.Bindgen.Planning;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Recipes;

/// <summary>A word of a recipe that means nothing in the header, as a misspelt one does.</summary>
/// <param name="Word">The word.</param>
/// <param name="Message">What is wrong with it.</param>
public sealed record RecipeMistake(string Word, string Message)
{
    /// <summary>The first line of a recipe that has the word, from 1; 0 if none has.</summary>
    public int LineIn(string recipe)
    {
        string[] lines = recipe.Split('\n');
        return Array.FindIndex(lines, line => line.Split('#')[0].Split([' ', '\t', '\r', ';', ',']).Contains(Word)) + 1;
    }
}

/// <summary>Finds what a recipe says of nothing: without a word, such a line would just not count.</summary>
internal sealed class RecipeMistakes(HeaderDigest digest, Recipe recipe, TypeCatalog types)
{
    private readonly HashSet<string> _types =
    [
        .. ((IEnumerable<CItem>)[.. digest.Records, .. digest.Opaques, .. digest.Enums, .. digest.Typedefs])
            .Select(static item => item.Name),
    ];

    private readonly HashSet<string> _functions = [.. digest.Functions.Select(static function => function.Name)];

    private readonly string[] _values =
    [
        .. digest.Constants.Select(static constant => constant.Name),
        .. digest.Variables.Select(static variable => variable.Name),
        .. digest.Enums.SelectMany(static item => item.Members).Select(static member => member.Name),
    ];

    public IReadOnlyList<RecipeMistake> Find() => [.. Only().Concat(Handles()).Concat(Enums()).Concat(Names()).Concat(Functions())];

    private IEnumerable<RecipeMistake> Only()
    {
        string[] names = [.. _functions, .. _types, .. _values, .. digest.Macros.Select(static macro => macro.Name)];
        return recipe.Only
            .Where(pattern => !names.Any(pattern.Matches))
            .Select(static pattern => new RecipeMistake(pattern.Text, $"The header declares nothing that is called '{pattern}'."));
    }

    private IEnumerable<RecipeMistake> Handles()
    {
        foreach (HandleChoice handle in recipe.Handles)
        {
            if (!_types.Contains(handle.Type))
            {
                yield return new RecipeMistake(handle.Type, $"The header has no type '{handle.Type}'.");
            }

            if (handle.FreedBy is { } free && !_functions.Contains(free))
            {
                yield return new RecipeMistake(free, $"The header has no function '{free}'.");
            }
        }
    }

    private IEnumerable<RecipeMistake> Enums() => recipe.Enums
        .SelectMany(static choice => choice.Members)
        .Where(pattern => !digest.Constants.Any(constant => pattern.Matches(constant.Name)))
        .Select(static pattern => new RecipeMistake(pattern.Text, $"The header has no constant '{pattern}'."));

    // A callback that C gives no name is called after the function, or the struct, and the place where it stands there.
    private IEnumerable<RecipeMistake> Names() => recipe.Names.Keys
        .Where(name => !_types.Contains(name) && !_functions.Contains(name) && !_values.Contains(name))
        .Where(name => !_functions.Concat(_types).Any(place => place.Length > 0 && name.StartsWith(place + "_", StringComparison.Ordinal)))
        .Select(static name => new RecipeMistake(name, $"The header declares nothing that is called '{name}'."));

    private IEnumerable<RecipeMistake> Functions()
    {
        foreach ((string name, FunctionChoice choice) in recipe.Functions)
        {
            NamePattern pattern = new(name);
            CFunction[] fitting = [.. digest.Functions.Where(function => pattern.Matches(function.Name))];
            if (fitting.Length == 0)
            {
                yield return new RecipeMistake(name, $"The header has no function '{name}'.");
                continue;
            }

            HashSet<string> parameters = [.. fitting.SelectMany(types.ParametersOf)];
            foreach (string parameter in choice.Parameters.Keys.Where(parameter => !parameters.Contains(parameter)))
            {
                string known = parameters.Count is > 0 and < 12 ? $" It has: {string.Join(", ", parameters)}." : "";
                yield return new RecipeMistake(name, $"'{name}' has no parameter '{parameter}'.{known}");
            }
        }
    }
}
