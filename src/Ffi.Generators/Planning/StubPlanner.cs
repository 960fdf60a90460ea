using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Plans second halves of functions that have an error.</summary>
internal static class StubPlanner
{
    private const FunctionFlaws HalfIsNotOurs =
        FunctionFlaws.NotPartial
        | FunctionFlaws.HasBody
        | FunctionFlaws.Extern
        | FunctionFlaws.AlsoImported
        | FunctionFlaws.Rejected
        | FunctionFlaws.Incurable;

    /// <summary>The stub; null if a second half would only bring errors of its own.</summary>
    /// <param name="function">The function.</param>
    /// <param name="types">The type that it is in, and those around it.</param>
    /// <param name="allowsUnsafe">Whether the compilation allows unsafe code.</param>
    /// <param name="canBeNamed">Whether a generated file can name what it must.</param>
    /// <param name="availability">The property that an optional function brings; null if it brings none.</param>
    /// <param name="message">What is wrong.</param>
    public static StubPlan? TryPlan(
        FunctionModel function,
        EquatableArray<TypeDeclarationModel> types,
        bool allowsUnsafe,
        bool canBeNamed,
        string? availability,
        string message) =>
        !canBeNamed
        || (function.Flaws & HalfIsNotOurs) != 0
        || IsOutOfReach(types)
        || HasUnresolvedTypes(function)
        || HasRefusedAttributes(function)
        || (!allowsUnsafe && IsUnsafe(function))
            ? null
            : new StubPlan(
                Identifier.Escape(function.Name),
                function.Modifiers,
                function.ReturnsBy + function.Return.Name,
                ParametersOf(function),
                function.Generics,
                availability,
                (function.Flaws & FunctionFlaws.Static) != 0,
                message);

    /// <summary>The stub of a variable; null if a second half would only bring errors of its own.</summary>
    public static VariableStubPlan? TryPlan(VariableModel variable, LibraryModel library, string? availability, string message) =>
        !library.Surroundings.AreNamed
        || IsOutOfReach(library.Types)
        || !variable.LacksHalf
        || variable.IsRejected
        || TypeProblems.IsCompilersBusiness(variable.Type)
        || (!library.AllowsUnsafe && IsUnsafe(variable))
            ? null
            : new VariableStubPlan(
                Identifier.Escape(variable.Name),
                variable.Modifiers,
                variable.Reference + variable.Type.Name,
                variable.Getter is null ? null : variable.Getter + "get",
                variable.Setter is null ? null : variable.Setter + (variable.IsInitOnly ? "init" : "set"),
                availability,
                variable.IsStatic,
                message);

    /// <summary>Whether the compiler refuses the declaration even with a stub, and then runs no analyzer that could tell why.</summary>
    public static bool StopsCompiler(
        FunctionModel function,
        EquatableArray<TypeDeclarationModel> types,
        bool allowsUnsafe,
        bool canBeNamed) =>
        (function.Flaws & FunctionFlaws.Incurable) != 0
        || HasRefusedAttributes(function)
        || types.Any(static type => !type.IsPartial)
        || ((function.Flaws & FunctionFlaws.NeedsBody) != 0 && (IsOutOfReach(types) || !canBeNamed))
        || (!allowsUnsafe && IsUnsafe(function));

    // A file-local type can have no part in another file.
    private static bool IsOutOfReach(EquatableArray<TypeDeclarationModel> types) => types.Any(static type => type.IsFileLocal);

    private static bool IsUnsafe(FunctionModel function) =>
        function.Modifiers.Split(' ').Contains("unsafe")
        || function.Return.Name.Contains('*')
        || function.Parameters.Any(static parameter => parameter.Type.Name.Contains('*'));

    private static bool IsUnsafe(VariableModel variable) =>
        variable.Modifiers.Split(' ').Contains("unsafe") || variable.Type.Name.Contains('*');

    private static bool HasUnresolvedTypes(FunctionModel function) =>
        function.Return.Fault == TypeFault.Unresolved
        || function.Parameters.Any(static parameter => TypeProblems.IsCompilersBusiness(parameter.Type));

    // CS0036 and CS8355 are reported for both halves.
    private static bool HasRefusedAttributes(FunctionModel function) => function.Parameters.Any(static parameter => parameter.Mode switch
    {
        PassingMode.Out => (parameter.Traits & ParameterTraits.In) != 0,
        PassingMode.In or PassingMode.RefReadOnly => (parameter.Traits & ParameterTraits.Out) != 0,
        _ => false,
    });

    private static string ParametersOf(FunctionModel function)
    {
        IEnumerable<string> parameters = function.Parameters.Select(Declaration.Of);
        return string.Join(", ", (function.Flaws & FunctionFlaws.VariableArguments) != 0 ? parameters.Append("__arglist") : parameters);
    }
}
