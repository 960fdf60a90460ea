using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;

namespace Ffi.Headers.Checking;

/// <summary>Compares declarations with what headers say.</summary>
/// <remarks>It keeps nothing between calls: one checker serves several threads.</remarks>
public sealed class DeclarationChecker(DigestSet digests)
{
    // Functions of a library that no digest is named for belong to a digest that has most of them.
    private const double LeastShare = 0.5;

    /// <summary>The digests.</summary>
    public DigestSet Digests { get; } = digests;

    /// <summary>Compares declarations that belong together.</summary>
    /// <returns>What differs: of functions in their order, then of structs, enums and constants. A declaration of which no digest speaks
    /// gives nothing.</returns>
    public IReadOnlyList<Finding> Check(DeclarationSet declarations)
    {
        List<Finding> findings = [];
        Dictionary<DigestIndex, TypePairs> pairs = Digests.All.ToDictionary(static digest => digest, static _ => new TypePairs());
        foreach (IGrouping<string?, ManagedFunction> library in declarations.Functions.GroupBy(static function => function.Library))
        {
            CheckFunctions([.. library], library.Key, pairs, findings);
        }

        foreach (DigestIndex digest in Digests.All)
        {
            PairByName(declarations, digest, pairs[digest]);
            CheckCallbacks(declarations, digest, pairs[digest], findings);
            CheckTypes(digest, pairs[digest], findings);
        }

        CheckConstants(declarations, pairs, findings);
        return findings;
    }

    private void CheckFunctions(
        ManagedFunction[] functions,
        string? library,
        Dictionary<DigestIndex, TypePairs> pairs,
        List<Finding> findings)
    {
        IReadOnlyList<DigestIndex> digests = library is null ? [] : Digests.Of(library);
        bool isNamed = digests.Count > 0;
        bool isSure = isNamed;
        if (!isNamed && !SystemLibraries.Contains(library))
        {
            digests = Digests.All;
            int known = functions.Count(function => digests.Any(digest => digest.FunctionsOf(function.Symbol).Any()));
            isSure = library is not null && known >= 3 && known >= functions.Length * LeastShare;
        }

        bool isOwnBuild = library is null || Digests.IsNameOf(library);
        HashSet<string> declared = [.. functions.Select(static function => function.Symbol)];
        foreach (ManagedFunction function in functions)
        {
            DigestIndex? digest = digests.FirstOrDefault(digest => Find(digest, function).Length > 0);
            if (digest is not null)
            {
                findings.AddRange(
                    new FunctionChecker(digest, pairs[digest], functions) { ComparesConventions = isOwnBuild }.Check(
                        function,
                        Find(digest, function)));
            }
            else if (isSure && SymbolChecker.Missing(function, isNamed ? digests : Used(digests, functions), declared) is { } missing)
            {
                findings.Add(missing);
            }

            findings.AddRange(
                SymbolChecker.CheckNamed(
                    function,
                    digest is not null ? [digest]
                        : isNamed ? digests
                        : isSure ? Used(digests, functions)
                        : [],
                    Digests));
        }
    }

    // Of digests that were not found by the library's name, those that have any of its functions.
    private static DigestIndex[] Used(IReadOnlyList<DigestIndex> digests, ManagedFunction[] functions) =>
        [.. digests.Where(digest => Array.Exists(functions, function => digest.FunctionsOf(function.Symbol).Any()))];

    // Windows has two of each function that takes text, and declarations name neither.
    private static CFunction[] Find(DigestIndex digest, ManagedFunction function)
    {
        CFunction[] found = [.. digest.FunctionsOf(function.Symbol)];
        return found.Length > 0 ? found : [.. digest.FunctionsOf(function.Symbol + "W")];
    }

    private static void PairByName(DeclarationSet declarations, DigestIndex digest, TypePairs pairs)
    {
        foreach (ManagedStruct type in declarations.Structs.Where(type => !pairs.Knows(type) && !IsAddress(type)))
        {
            if (digest.FindRecordAlike(type.Name) is { } record)
            {
                pairs.Add(type, record, new ValueSite("", "", IsRead: true) { Origin = type.Origin }, StructUses.Named);
            }
        }

        foreach (ManagedEnum type in declarations.Enums)
        {
            if (digest.FindEnumAlike(type.Name) is { } numbers)
            {
                pairs.Add(type, numbers);
            }
        }
    }

    // A struct around an address is named after what is there, and isn't it.
    private static bool IsAddress(ManagedStruct type) =>
        type.Fields is [{ Shape: var shape }] && (ShapeFacts.IsAddress(shape) || shape is IntegerShape { Width: IntegerWidth.Native });

    private static void CheckCallbacks(DeclarationSet declarations, DigestIndex digest, TypePairs pairs, List<Finding> findings)
    {
        foreach (ManagedCallback callback in declarations.Callbacks)
        {
            if (digest.FindCallbackAlike(callback.Name) is { } native && callback.Signature is { } signature)
            {
                findings.AddRange(new FunctionChecker(digest, pairs, []).Check(callback, signature, native));
            }
        }
    }

    private static void CheckTypes(DigestIndex digest, TypePairs pairs, List<Finding> findings)
    {
        while (pairs.Next() is { } pair)
        {
            findings.AddRange(StructChecker.Check(pair, digest, pairs));
        }

        ConstantChecker constants = new(digest);
        foreach (var (managed, native) in pairs.Enums)
        {
            findings.AddRange(constants.Check(managed, native));
        }
    }

    private static void CheckConstants(DeclarationSet declarations, Dictionary<DigestIndex, TypePairs> pairs, List<Finding> findings)
    {
        foreach (var pair in pairs)
        {
            ConstantChecker checker = new(pair.Key);
            findings.AddRange(declarations.Constants.Select(checker.Check).OfType<Finding>());
            findings.AddRange(declarations.Enums
                .Where(type => !pair.Value.Enums.Exists(known => ReferenceEquals(known.Managed, type)))
                .SelectMany(checker.CheckMembers));
        }
    }
}
