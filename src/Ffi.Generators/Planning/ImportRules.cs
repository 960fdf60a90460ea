using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>What the runtime can't bind, and Ffi can.</summary>
internal static class ImportRules
{
    public static IEnumerable<Problem> FindLibraryProblems(LibraryModel library)
    {
        if (library is { LibraryName: null, Type.IsStatic: false })
        {
            yield return Problem.Of(
                ProblemId.ImportedLibraryUnfit, ProblemSite.LibraryAttribute("Binding"), library.Type.Name,
                "the symbols of an instance library come from its constructor. Remove Binding, or give the library a name");
        }

        if (library.LibraryName is { } names && NameOfOneSystem(names) is { } argument)
        {
            yield return Problem.Of(
                ProblemId.ImportedLibraryUnfit,
                ProblemSite.LibraryAttribute(argument),
                library.Type.Name,
                $"an import has one name for all systems. Remove '{argument}', and choose the file with NativeLibrary.SetDllImportResolver, or remove NativeBinding.Import"
            );
        }
    }

    public static IEnumerable<Problem> FindProblems(FunctionModel function)
    {
        int variadic = function.Options.Variadic;
        for (int index = Math.Max(variadic, 0); variadic > 0 && index < function.Parameters.Count; index++)
        {
            // System V AMD64 ABI, 3.5.7: AL tells a variadic function whether vector registers hold arguments, and the runtime's import
            // leaves there what it finds.
            if (UsesVectorRegister(function.Parameters[index]))
            {
                yield return Problem.OfParameter(
                    index,
                    ProblemId.ImportedFunctionUnfit,
                    function.Name,
                    $"'{function.Parameters[index].Name}' is a variable argument, and an import can pass only integers and pointers there. Call the variant that takes a va_list or a C wrapper, or declare the function in a library without it"
                );
            }
        }
    }

    private static bool UsesVectorRegister(ParameterModel parameter) => parameter.Mode == PassingMode.Value
        && (parameter.Type.Name is "float" or "double"
            || parameter.Type.Shape is TypeShape.BlittableStruct
            || parameter.Type.Counterpart is { IsClass: false }
            || DirectPlanner.IsNFloat(parameter.Type));

    private static string? NameOfOneSystem(LibraryNameModel names) =>
        names.Linux is not null ? "Linux" : names.MacOS is not null ? "MacOS" : names.Windows is not null ? "Windows" : null;
}
