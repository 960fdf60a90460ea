using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Decides how the variables of a library are read and written, or why they can't be bound.</summary>
/// <param name="library">The library.</param>
/// <param name="functions">The planner of its functions, which has the addresses.</param>
internal sealed class VariablePlanner(LibraryModel library, FunctionPlanner functions)
{
    /// <summary>The plan, null if there is a problem, and the problems. Ask in the order of the declaration.</summary>
    public (VariablePlan? Plan, IReadOnlyList<Problem> Problems) Plan(VariableModel variable)
    {
        if (variable.IsRejected || TypeProblems.IsCompilersBusiness(variable.Type))
        {
            return (null, []);
        }

        List<Problem> problems = [.. FindProblems(variable)];
        string? nativeType = NativeTypeOf(variable);
        if (nativeType is null)
        {
            problems.Add(
                Problem.OfReturn(ProblemId.VariableCannotCross, variable.Name, variable.Type.Name.Replace("global::", ""), Advise(variable))
            );
        }

        return problems.Count > 0 || nativeType is null ? (null, problems) : (new VariablePlan(
            Identifier.Escape(variable.Name),
            variable.Modifiers,
            variable.Reference,
            variable.Type.Name,
            nativeType,
            variable.Type.Shape,
            variable.EntryPoint,
            functions.SlotFor(variable),
            variable.Getter,
            variable.Setter,
            variable.IsOptional ? TrampolinePlanner.AvailabilityOf(variable.Name) : null), []);
    }

    private IEnumerable<Problem> FindProblems(VariableModel variable)
    {
        string? obstacle =
            variable.Obstacle
            ?? (
                library.LibraryName is not null && !variable.IsStatic ? "its library is loaded by name. Declare it static"
                : library is { LibraryName: null, Type.IsStatic: false } && variable.IsStatic
                    ? "its library gets its symbols from the constructor's argument. Declare it without static"
                : null);
        if (obstacle is not null)
        {
            yield return Problem.OfFunction(ProblemId.VariableUnfit, variable.Name, obstacle);
        }

        if (library is { Binding: BindingKind.Import, LibraryName: not null })
        {
            yield return Problem.OfFunction(ProblemId.ImportedVariable, variable.Name, library.Type.Name);
        }

        if (!LibraryRules.IsName(variable.EntryPoint))
        {
            yield return Problem.OfAttribute(ProblemId.EntryPointEmpty, variable.Name);
        }

        if (variable.IsOptional && functions.IsAvailabilityTaken(variable))
        {
            yield return Problem.OfFunction(ProblemId.MemberNameTaken, library.Type.Name, TrampolinePlanner.AvailabilityOf(variable.Name));
        }
    }

    // By reference C# sees C's own byte, so a bool could be neither true nor false.
    private static string? NativeTypeOf(VariableModel variable) => variable.Reference.Length == 0
        ? DirectPlanner.IsNFloat(variable.Type) ? variable.Type.Name : DirectPlanner.NativeTypeOf(variable.Type, null)
        : variable.Type is { IsUnmanaged: true, Shape: not TypeShape.Boolean } ? variable.Type.Name : null;

    private static string Advise(VariableModel variable) =>
        variable.Type.Shape switch
        {
            TypeShape.Boolean => "Declare it by value, or as 'ref byte'",
            TypeShape.String or TypeShape.Span or TypeShape.ReadOnlySpan or TypeShape.Array =>
                "Declare a pointer variable as a pointer, and an array as 'ref' to its first element",
            TypeShape.Delegate => "Declare it as 'delegate* unmanaged'",
            TypeShape.SafeHandle => "Declare it as nint",
            _ => "Declare it as a number, a pointer or a blittable struct",
        };
}
