using Ffi.Bindgen.Planning.Names;
using Ffi.Bindgen.Recipes;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Inference;

/// <summary>A type that functions create, and the one that frees it.</summary>
/// <param name="Type">The C name of the type.</param>
/// <param name="Free">The C name of the function that frees it.</param>
/// <param name="IsFreedByAddress">Whether that function takes the address of the pointer.</param>
/// <param name="Reason">Why it is thought so.</param>
internal sealed record HandlePair(string Type, string Free, bool IsFreedByAddress, string Reason)
{
    /// <summary>The C# name that the recipe gives.</summary>
    public string? Name { get; init; }
}

/// <summary>Pairs of functions that create and free: a type that one function with a fitting name takes, and that other functions
/// return.</summary>
internal sealed class HandlePairs
{
    private readonly ObjectTypes _objects;
    private readonly Dictionary<string, HandlePair> _pairs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _frees = new(StringComparer.Ordinal);
    private readonly HashSet<string> _returnedByCreators = new(StringComparer.Ordinal);

    public HandlePairs(HeaderDigest digest, ObjectTypes objects, Recipe recipe)
    {
        _objects = objects;
        CFunction[] functions = [.. digest.Functions.Where(static function => !function.IsInline)];
        ILookup<string, (CFunction Function, bool ByAddress)> frees = functions
            .SelectMany(FreesOf)
            .ToLookup(static pair => pair.Key, static pair => (pair.Function, pair.ByAddress));
        foreach (CFunction function in functions)
        {
            if (ResultOf(function) is { IsConst: false } result && Verbs.Creates(Words.Of(function.Name), Words.Of(result.Key)))
            {
                _returnedByCreators.Add(result.Key);
            }
        }

        foreach (IGrouping<string, (CFunction Function, bool ByAddress)> candidates in frees)
        {
            if (Choose(candidates.Key, [.. candidates], functions) is { } pair)
            {
                _pairs.Add(pair.Type, pair);
            }
        }

        Apply(recipe, functions);
    }

    /// <summary>The pairs, in the order of the header.</summary>
    public IEnumerable<HandlePair> All => _pairs.Values;

    public HandlePair? Find(string type) => _pairs.GetValueOrDefault(type);

    /// <summary>Whether a function that takes one object frees it.</summary>
    public bool Frees(string function) => _frees.Contains(function);

    /// <summary>Why the caller owns what a function returns; null if it is not known to.</summary>
    public string? WhyOwned(CFunction function)
    {
        if (ResultOf(function) is not { IsConst: false, Depth: 1 } result || Find(result.Key) is null)
        {
            return null;
        }

        IReadOnlyList<string> words = Words.Of(function.Name);
        bool takesSame = function.Parameters.Any(parameter => ObjectOf(parameter)?.Key == result.Key);
        return Verbs.Creates(words, Words.Of(result.Key)) && (!takesSame || Verbs.Copies(words)) ? "its name says that it creates one"
            : IsNamedAsFreed(function, Find(result.Key)!.Free) ? "its name is that of the function that frees, without the verb"
            : null;
    }

    /// <summary>Why a parameter receives something that the caller owns; null if it is not known to.</summary>
    public string? WhyFilled(CFunction function, CParameter parameter)
    {
        if (
            ObjectOf(parameter) is not { Depth: 2, IsConst: false, IsArray: false } found
            || parameter.Count is not null
            || Find(found.Key) is not { IsFreedByAddress: false })
        {
            return null;
        }

        IReadOnlyList<string> words = Words.Of(function.Name);
        if (Verbs.FreeIn(words) >= 0)
        {
            return null;
        }

        bool isNamedOut = IsNamedOut(parameter.Name);
        if (_returnedByCreators.Contains(found.Key))
        {
            return isNamedOut && Verbs.Creates(words, Words.Of(found.Key))
                ? "its name says so, and the function's name says that it creates one"
                : null;
        }

        return isNamedOut || !Verbs.Lends(words, Words.Of(found.Key)) ? "no other function returns such an object" : null;
    }

    // curl_url and curl_url_cleanup.
    private static bool IsNamedAsFreed(CFunction function, string free) =>
        function.Parameters.Count == 0
        && Words.Of(free) is var words
        && words.Count > 1
        && Verbs.RankOfFree(words[^1]) >= 0
        && Words.Of(function.Name).SequenceEqual(words.SkipLast(1));

    private static bool IsNamedOut(string? name) =>
        name is not null
        && (
            name is "out"
            || name.EndsWith("_out", StringComparison.Ordinal)
            || name.StartsWith("out_", StringComparison.Ordinal)
            || (
                name.Length > 2
                && name[0] == 'p'
                && (char.IsAsciiLetterUpper(name[1]) || (name[1] == 'p' && char.IsAsciiLetterUpper(name[2])))));

    private ObjectPointer? ResultOf(CFunction function) => _objects.Find(function.Result.First, function.Platforms.First());

    private ObjectPointer? ObjectOf(CParameter parameter) =>
        _objects.Find(parameter.Type.First, parameter.Type.Variants[0].Platforms.First());

    private IEnumerable<(string Key, CFunction Function, bool ByAddress)> FreesOf(CFunction function)
    {
        bool isFree = function is { Parameters.Count: 1, IsVariadic: false }
            && function.Result.First is not PointerType
            && !function.Attributes.Any(static attribute => attribute.Name == "deprecated");
        if (isFree && ObjectOf(function.Parameters[0]) is { IsConst: false, IsArray: false } found && ResultOf(function) is null
            && Verbs.FreeIn(Words.Of(function.Name), Words.Of(found.Key)) >= 0)
        {
            yield return (found.Key, function, found.Depth == 2);
        }
    }

    private HandlePair? Choose(string type, (CFunction Function, bool ByAddress)[] candidates, CFunction[] functions)
    {
        CFunction[] creators = [.. functions.Where(function => Creates(function, type))];
        if (creators.Length == 0)
        {
            return null;
        }

        HashSet<string> known = [.. Words.Of(type), .. creators.SelectMany(static creator => Words.Of(creator.Name)), "ctx", "context"];
        (CFunction function, bool byAddress) = candidates
            .OrderBy(candidate => ExtraIn(candidate.Function, [.. Words.Of(type)]))
            .ThenBy(candidate => Verbs.RankOfFree(VerbOf(candidate.Function, type)))
            .ThenBy(static candidate => candidate.ByAddress)
            .ThenByDescending(static candidate => Verbs.VersionIn(Words.Of(candidate.Function.Name)))
            .First();
        // What deletes and tells whether it could deletes more than memory.
        bool isDeletion = VerbOf(function, type) == "delete" && function.Result.First is not PrimitiveType { Primitive: Primitive.Void };
        if (ExtraIn(function, known) > 0 || isDeletion)
        {
            return null;
        }

        // Where one is called "close" and another "free", the first may only be half of it.
        string verb = VerbOf(function, type);
        _frees.UnionWith(
            candidates
                .Where(candidate => ExtraIn(candidate.Function, known) == 0 && VerbOf(candidate.Function, type) == verb)
                .Select(static candidate => candidate.Function.Name));
        return new HandlePair(type, function.Name, byAddress, $"{creators[0].Name} makes one");
    }

    private static string VerbOf(CFunction function, string type) =>
        Words.Of(function.Name) is var words && Verbs.FreeIn(words, Words.Of(type)) is var place and >= 0 ? words[place] : "";

    private bool Creates(CFunction function, string type)
    {
        IReadOnlyList<string> words = Words.Of(function.Name);
        bool returns =
            ResultOf(function) is { Depth: 1, IsConst: false } result && result.Key == type && Verbs.Creates(words, Words.Of(type));
        return returns
            || (
                Verbs.FreeIn(words) < 0
                && !Verbs.Lends(words, Words.Of(type))
                && function.Parameters.Any(parameter =>
                    ObjectOf(parameter) is { Depth: 2, IsConst: false, IsArray: false } found
                    && found.Key == type
                    && parameter.Count is null));
    }

    // Words of a function that frees, about something else than the type: a part of it, or a state.
    private static int ExtraIn(CFunction function, HashSet<string> known)
    {
        IReadOnlyList<string> words = Words.Of(function.Name);
        int verb = Verbs.FreeIn(words) is var found and >= 0
            ? found
            : words.Select(static (word, index) => Verbs.RankOfFree(word) >= 0 ? index : -1).Max();
        return words
            .Where(
                (word, place) =>
                    place != verb
                    && !known.Contains(word)
                    && !known.Any(other =>
                        other.StartsWith(word, StringComparison.Ordinal) || word.StartsWith(other, StringComparison.Ordinal))
                    && word is not ("v2" or "v3" or "all" or "full"))
            .Count();
    }

    private void Apply(Recipe recipe, CFunction[] functions)
    {
        foreach (HandleChoice choice in recipe.Handles)
        {
            if (choice.FreedBy is null)
            {
                _pairs.Remove(choice.Type);
                continue;
            }

            bool byAddress =
                functions.FirstOrDefault(function => function.Name == choice.FreedBy) is { Parameters.Count: > 0 } free
                && ObjectOf(free.Parameters[0]) is { Depth: 2 };
            _pairs[choice.Type] = new HandlePair(choice.Type, choice.FreedBy, byAddress, "the recipe says so") { Name = choice.Name };
        }
    }
}
