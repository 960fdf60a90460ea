using Ffi.Bindgen.Planning.Crossings;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Planning;

/// <summary>A function's signature in C#, and where it is right.</summary>
/// <param name="Symbol">The name in the library.</param>
/// <param name="Result">What is returned.</param>
/// <param name="Parameters">What is passed.</param>
/// <param name="Values">Result and parameters as each platform has them.</param>
internal sealed record Signature(
    string Symbol,
    Crossing Result,
    IReadOnlyList<Crossing> Parameters,
    IReadOnlyDictionary<Platform, IReadOnlyList<Crossing>> Values)
{
    public static Signature On(Platform platform, string symbol, Crossing result, IReadOnlyList<Crossing> parameters) =>
        new(symbol, result, parameters, new Dictionary<Platform, IReadOnlyList<Crossing>> { [platform] = [result, .. parameters] });

    /// <summary>A signature that is right where either of two is; null if there is none.</summary>
    public Signature? Join(Signature other)
    {
        if (Symbol != other.Symbol || Parameters.Count != other.Parameters.Count)
        {
            return null;
        }

        Dictionary<Platform, IReadOnlyList<Crossing>> values = new(Values.Concat(other.Values));
        List<Crossing> joined = [];
        for (int place = 0; place <= Parameters.Count; place++)
        {
            if (Join([.. values.Select(pair => (pair.Key, pair.Value[place]))]) is not { } crossing)
            {
                return null;
            }

            joined.Add(crossing);
        }

        return new Signature(Symbol, joined[0], [.. joined.Skip(1)], values);
    }

    private static Crossing? Join(IReadOnlyList<(Platform Platform, Crossing Crossing)> crossings)
    {
        Crossing first = crossings[0].Crossing;
        if (crossings.All(pair => pair.Crossing.Type == first.Type && pair.Crossing.Attributes == first.Attributes))
        {
            return first;
        }

        return crossings.All(static pair => pair.Crossing.Value is not null)
            && ValueUnion.Of([.. crossings.Select(static pair => (pair.Platform, pair.Crossing.Value!))]) is { } value
            ? Crossing.Of(value) with { Attributes = first.Attributes }
            : null;
    }
}
