using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>What a library type must be, apart from its functions.</summary>
internal static class LibraryRules
{
    public static IEnumerable<Problem> FindProblems(LibraryModel library)
    {
        TypeDeclarationModel type = library.Types[library.Types.Count - 1];
        foreach (TypeDeclarationModel part in library.Types)
        {
            if (!part.IsPartial)
            {
                yield return Problem.OfLibrary(ProblemId.LibraryNotPartial, part.Name);
            }

            if (part.IsGeneric)
            {
                yield return Problem.OfLibrary(ProblemId.LibraryGeneric, part.Name);
            }
        }

        if (type.Keyword == "interface" || type.IsRefStruct)
        {
            yield return Problem.OfLibrary(ProblemId.LibraryKind, type.Name, type.IsRefStruct ? "ref struct" : type.Keyword);
        }

        if (library.LibraryName is null && type.IsStatic)
        {
            yield return Problem.OfLibrary(ProblemId.LibraryNameMissing, type.Name);
        }

        if (library.LibraryName is { } name && new[] { name.Name, name.Linux, name.MacOS, name.Windows }.Any(static text => text is not null && !IsName(text)))
        {
            yield return Problem.OfLibrary(ProblemId.LibraryNameEmpty, type.Name);
        }

        if (!library.AllowsUnsafe)
        {
            yield return Problem.OfLibrary(ProblemId.UnsafeNotAllowed, type.Name);
        }

        if (library is { LibraryName: null, HasOwnConstructor: true })
        {
            yield return Problem.OfLibrary(ProblemId.MemberNameTaken, type.Name, $"{type.Name}(INativeSymbolSource)");
        }
    }

    /// <summary>Whether a loader could take the text as a name: not blank, and without a NUL.</summary>
    public static bool IsName(string text) => text.Trim().Length > 0 && !text.Contains('\0');
}
