using Ffi.Bindgen.Planning;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Inference;

/// <summary>What names alone suggest of functions.</summary>
internal sealed class FunctionGuesses(HeaderDigest digest, BindingPlan plan, HandlePairs pairs)
{
    private readonly ObjectTypes _objects = new(new DigestIndex(digest));
    private readonly string? _free = SingleFree(digest);

    public IEnumerable<Guess> Find()
    {
        Dictionary<string, FunctionPlan> plans = plan
            .Functions.DistinctBy(static function => function.CName)
            .ToDictionary(static function => function.CName);
        foreach (CFunction function in digest.Functions)
        {
            if (plans.TryGetValue(function.Name, out FunctionPlan? planned))
            {
                foreach (Guess guess in Lent(function, planned).Concat(Owned(function, planned)).Concat(Written(function, planned)))
                {
                    yield return guess;
                }
            }
        }
    }

    // A handle that is returned and not known to be made has an owner, which is usually the first argument.
    private IEnumerable<Guess> Lent(CFunction function, FunctionPlan planned)
    {
        bool returnsHandle =
            _objects.Find(function.Result.First, function.Platforms.First()) is { Depth: 1 } found
            && pairs.Find(found.Key) is not null
            && plan.Handles.All(handle => handle.Name != planned.Result);
        if (returnsHandle && planned.Parameters.Count > 0 && plan.Handles.Any(handle => handle.Name == planned.Parameters[0].Type))
        {
            yield return new Guess(
                $"{function.Name} return borrowed-from {planned.Parameters[0].Name.TrimStart('@')}",
                "it returns a handle, and nothing suggests that it creates one");
        }
    }

    private IEnumerable<Guess> Owned(CFunction function, FunctionPlan planned)
    {
        if (
            _free is not null
            && planned.Result == "nint"
            && function.Result.First is PointerType { IsConst: false, Target: PrimitiveType { Primitive: Primitive.Char } }
            && function.Name != _free
            && !FunctionEvidence.ReturnsArgument(function))
        {
            yield return new Guess(
                $"{function.Name} return freed-with {_free}",
                $"it returns char *, and {_free} is the only function that frees such memory");
        }
    }

    // pnRow: a pointer to a number, in the notation of old.
    private static IEnumerable<Guess> Written(CFunction function, FunctionPlan planned)
    {
        foreach ((CParameter parameter, ParameterPlan known) in function.Parameters.Zip(planned.Parameters))
        {
            bool isNamedSo =
                parameter.Name is ['p', var kind, .. var rest]
                && (
                    char.IsAsciiLetterUpper(kind)
                    || (kind is 'n' or 'i' or 'b' or 'f' && rest.Length > 0 && char.IsAsciiLetterUpper(rest[0])));
            if (
                isNamedSo
                && known.Type is "Span<int>" or "Span<uint>" or "Span<long>" or "Span<ulong>" or "Span<nuint>" or "Span<double>"
                && parameter.Count is null)
            {
                yield return new Guess($"{function.Name} {parameter.Name} out", "its name suggests a pointer to one number");
            }
        }
    }

    private static string? SingleFree(HeaderDigest digest)
    {
        CFunction[] frees =
        [
            .. digest.Functions.Where(static function =>
                function is { Parameters.Count: 1, IsInline: false, Result.First: PrimitiveType { Primitive: Primitive.Void } }
                && function.Name.EndsWith("free", StringComparison.Ordinal)
                && function.Parameters[0].Type.First is PointerType { Target: PrimitiveType { Primitive: Primitive.Void } }),
        ];
        return frees.Length == 1 ? frees[0].Name : null;
    }
}
