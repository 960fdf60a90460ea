using System.Runtime.CompilerServices;
using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Finds functions that are another one again.</summary>
internal static class FunctionTwins
{
    /// <summary>The functions that take what an earlier one takes, under its name or from its symbol, each with that one.</summary>
    /// <remarks>Several signatures for one symbol are a way to write variadic functions; the same signature twice is a slip.</remarks>
    public static Dictionary<FunctionModel, FunctionModel> Find(LibraryModel library)
    {
        Dictionary<FunctionModel, FunctionModel> twins = new(Identity.Instance);
        Dictionary<string, List<FunctionModel>> seen = [];
        foreach (FunctionModel function in library.Functions)
        {
            FunctionModel? twin = FindIn(seen, "name " + function.Name, function) ?? FindIn(seen, "symbol " + function.EntryPoint, function);
            if (twin is not null)
            {
                twins.Add(function, twin);
            }
        }

        return twins;
    }

    private static FunctionModel? FindIn(Dictionary<string, List<FunctionModel>> seen, string key, FunctionModel function)
    {
        if (!seen.TryGetValue(key, out List<FunctionModel>? others))
        {
            seen.Add(key, [function]);
            return null;
        }

        FunctionModel? twin = others.FirstOrDefault(other => TypesOf(other).SequenceEqual(TypesOf(function)));
        others.Add(function);
        return twin;
    }

    // C# tells overloads apart by `ref` or not, and not by which kind of it, nor by nullability.
    private static IEnumerable<(string, bool)> TypesOf(FunctionModel function) =>
        function.Parameters.Select(static parameter => (parameter.Type.Name.Replace("?", ""), parameter.Mode != PassingMode.Value));

    // Two declarations of one function are equal, and still two.
    private sealed class Identity : IEqualityComparer<FunctionModel>
    {
        public static readonly Identity Instance = new();

        public bool Equals(FunctionModel? x, FunctionModel? y) => ReferenceEquals(x, y);

        public int GetHashCode(FunctionModel function) => RuntimeHelpers.GetHashCode(function);
    }
}
