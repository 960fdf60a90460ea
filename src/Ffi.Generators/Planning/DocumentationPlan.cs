using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>The comment of a function's generated half, which tells who owns what.</summary>
/// <param name="Lines">The comment of the declaration; none where it has none.</param>
/// <param name="Result">Who owns the result; null if nothing is known of it.</param>
/// <param name="IsTextResult">Whether the result is a text, which the generated code copies and frees itself.</param>
/// <param name="Parameters">The owner of each parameter that has one.</param>
internal sealed record DocumentationPlan(
    EquatableArray<string> Lines,
    OwnershipModel? Result,
    bool IsTextResult,
    EquatableArray<OwnedParameter> Parameters)
{
    /// <summary>The plan; null if there are none.</summary>
    public static DocumentationPlan? Of(FunctionModel function)
    {
        EquatableArray<OwnedParameter> parameters = function.Parameters
            .Where(static parameter => parameter.Ownership is not null)
            .Select(static parameter => new OwnedParameter(parameter.Name, parameter.Ownership!, parameter.Type.Shape == TypeShape.String))
            .ToEquatableArray();
        return function.ReturnOwnership is null && parameters.Count == 0
            ? null
            : new DocumentationPlan(
                function.Documentation,
                function.ReturnOwnership,
                function.Return.Shape == TypeShape.String,
                parameters);
    }
}

/// <summary>A parameter, and who owns it; a text is copied and freed by the generated code itself.</summary>
internal sealed record OwnedParameter(string Name, OwnershipModel Ownership, bool IsText);
