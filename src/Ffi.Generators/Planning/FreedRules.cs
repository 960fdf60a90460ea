using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>What <c>[FreedWith]</c> must not say on a native function, beyond what <see cref="AttributeRules"/> ask of it
/// anywhere.</summary>
internal static class FreedRules
{
    public static IEnumerable<Problem> FindProblems(FunctionModel function)
    {
        if (FindFault(function.ReturnOwnership, function.ReturnMarshaller) is { } fault)
        {
            yield return Problem.OfReturn(ProblemId.FreedWithUnfit, $"The result of '{function.Name}'", fault);
        }

        for (int index = 0; index < function.Parameters.Count; index++)
        {
            ParameterModel parameter = function.Parameters[index];
            if (FindFault(parameter.Ownership, parameter.Marshaller) is { } broken)
            {
                yield return Problem.OfParameter(index, ProblemId.FreedWithUnfit, $"Parameter '{parameter.Name}'", broken);
            }
        }
    }

    private static string? FindFault(OwnershipModel? ownership, MarshallerModel? marshaller) =>
        ownership switch
        {
            null or { FreedWith: null } => null,
            { FreeLibrary: { } library } when !Names(library).All(LibraryRules.IsName) =>
                "the name of its library is blank. Write the library's name, or leave it out",
            _ when marshaller is not null => $"'{marshaller.Type.Replace("global::", "")}' frees it. Remove one of the two",
            _ => null,
        };

    private static IEnumerable<string> Names(LibraryNameModel library) =>
        new[] { library.Name, library.Linux, library.MacOS, library.Windows }.OfType<string>();
}
