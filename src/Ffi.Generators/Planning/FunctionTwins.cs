using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Finds functions that are an earlier one again. Ask in the order of the declaration.</summary>
internal sealed class FunctionTwins
{
    private readonly HashSet<string> _declared = [];
    private readonly Dictionary<string, FunctionModel> _first = [];
    private readonly Dictionary<FunctionModel, FunctionModel> _called = [];

    /// <summary>Whether an earlier function has the same name and parameters, which C# doesn't allow.</summary>
    public bool IsDeclaredTwice(FunctionModel function) => !_declared.Add(DeclaredAs(function));

    /// <summary>The earlier function that does the very same; null if there is none.</summary>
    /// <remarks>Several signatures for one symbol are a way to write variadic functions, and several ways to call it a way to measure
    /// them. All of that twice is a slip.</remarks>
    public FunctionModel? FindEarlier(FunctionModel function)
    {
        // Most symbols have one function, which needs no key.
        if (!_first.TryGetValue(function.EntryPoint, out FunctionModel? first))
        {
            _first.Add(function.EntryPoint, function);
            return null;
        }

        _called[Nameless(first)] = first;
        FunctionModel key = Nameless(function);
        if (_called.TryGetValue(key, out FunctionModel? earlier))
        {
            return earlier;
        }

        _called.Add(key, function);
        return null;
    }

    // In C#, overloads may differ in whether a parameter is by reference, but not in the kind of reference or in nullability.
    private static string DeclaredAs(FunctionModel function) =>
        $"{function.Name}{function.Generics?.Parameters}({string.Join(", ", function.Parameters.Select(static parameter => DeclaredAs(parameter)))})";

    private static string DeclaredAs(ParameterModel parameter) =>
        (parameter.Mode == PassingMode.Value ? "" : "ref ") + parameter.Type.Name.Replace("?", "");

    private static FunctionModel Nameless(FunctionModel function) => function with
    {
        Name = "",
        Modifiers = "",
        Flaws = FunctionFlaws.None,
        Documentation = default,
        Parameters = function.Parameters.Select(static parameter => parameter with { Name = "" }).ToEquatableArray(),
    };
}
