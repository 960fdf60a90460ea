using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>What a library type must be, apart from its functions.</summary>
internal static class LibraryRules
{
    public static IEnumerable<Problem> FindProblems(LibraryModel library)
    {
        TypeDeclarationModel type = library.Type;
        IEnumerable<Problem> problems = [.. library.Types.SelectMany(FindProblems), .. FindNameProblems(library)];
        if (type.IsRefStruct)
        {
            problems = problems.Append(Problem.OfLibrary(ProblemId.LibraryKind, type.Name, "ref struct"));
        }

        if (!library.AllowsUnsafe)
        {
            problems = problems.Append(Problem.OfLibrary(ProblemId.UnsafeNotAllowed, type.Name));
        }

        if (library.Binding == BindingKind.Import)
        {
            problems = problems.Concat(ImportRules.FindLibraryProblems(library));
        }

        if (library.OldLanguage is { } version)
        {
            problems = problems.Append(Problem.OfLibrary(ProblemId.LanguageTooOld, type.Name, version));
        }

        if (library.HasTextConflict)
        {
            problems = problems.Append(TextConflictOf(type.Name, ProblemSite.LibraryAttribute("StringMarshalling")));
        }

        if (library is { IsOptional: true, LibraryName: null, Type.IsStatic: false })
        {
            problems = problems.Append(
                Problem.Of(
                    ProblemId.OptionUnfit,
                    ProblemSite.LibraryAttribute("Optional"),
                    "Optional",
                    type.Name,
                    "the library is already loaded when an object of it is created. Remove it, and use NativeModule.TryLoad"));
        }

        if (library.IsOptional && library.MemberNames.Contains(Availability))
        {
            problems = problems.Append(Problem.OfLibrary(ProblemId.MemberNameTaken, type.Name, Availability));
        }

        if (library.NarrowPlatform is { } platform)
        {
            problems = problems.Append(Problem.OfLibrary(ProblemId.ProcessOf32Bits, type.Name, platform));
        }

        if (library.Surroundings.HidingType is { } hiding)
        {
            problems = problems.Append(
                Problem.OfLibrary(
                    ProblemId.NameUnsayable, type.Name, hiding, "the type, not the namespace",
                    "Rename the type, or put it into a namespace"));
        }

        if (library.Surroundings.Ambiguous is { } ambiguous)
        {
            problems = problems.Append(
                Problem.OfLibrary(
                    ProblemId.NameUnsayable, type.Name, ambiguous, "two types, of assemblies with different extern aliases",
                    "Put the functions of one of them into a type of its own"));
        }

        if (library is { LibraryName: null, Type.IsStatic: false } && FindObstacle(library) is { } obstacle)
        {
            problems = problems.Append(obstacle);
        }

        return problems;
    }

    /// <summary>The property that tells whether an optional library is there.</summary>
    public const string Availability = "IsLibraryAvailable";

    /// <summary>That a type or function names an encoding and a marshaller of strings, or the one without the other.</summary>
    public static Problem TextConflictOf(string name, ProblemSite site) => Problem.Of(
        ProblemId.OptionUnfit, site, "StringMarshalling", name,
        "StringMarshalling.Custom and StringMarshallingCustomType go together. Write both, or only the encoding");

    /// <summary>Whether a loader could take the text as a name: not blank, and without a NUL.</summary>
    public static bool IsName(string text) => text.Trim().Length > 0 && !text.Contains('\0');

    private static IEnumerable<Problem> FindProblems(TypeDeclarationModel type, int index)
    {
        if (!type.IsPartial)
        {
            yield return Problem.Of(ProblemId.LibraryNotPartial, ProblemSite.Container(index), type.Name);
        }

        if (type.IsGeneric)
        {
            yield return Problem.Of(ProblemId.LibraryGeneric, ProblemSite.Container(index), type.Name);
        }

        if (type.IsFileLocal)
        {
            yield return Problem.Of(ProblemId.LibraryKind, ProblemSite.Container(index), type.Name, "file-local type");
        }
    }

    private static IEnumerable<Problem> FindNameProblems(LibraryModel library)
    {
        if (library is { LibraryName: null, Type.IsStatic: true })
        {
            yield return Problem.Of(ProblemId.LibraryNameMissing, ProblemSite.LibraryAttribute(), library.Type.Name);
        }

        if (library.LibraryName is { } names)
        {
            (string Argument, string? Text)[] all =
            [
                ("", names.Name),
                ("Linux", names.Linux),
                ("MacOS", names.MacOS),
                ("Windows", names.Windows),
            ];
            foreach ((string argument, string? text) in all)
            {
                if (text is not null && !IsName(text))
                {
                    yield return Problem.Of(ProblemId.LibraryNameEmpty, ProblemSite.LibraryAttribute(argument), library.Type.Name);
                }
            }
        }
    }

    private static Problem? FindObstacle(LibraryModel library) =>
        library.Obstacle switch
        {
            ConstructorObstacle.Own => Problem.OfLibrary(
                ProblemId.MemberNameTaken,
                library.Type.Name,
                $"{library.Type.Name}(INativeSymbolSource)"),
            ConstructorObstacle.Primary => Problem.OfLibrary(
                ProblemId.ConstructorImpossible,
                library.Type.Name,
                "it has a primary constructor. Declare an ordinary one instead"),
            ConstructorObstacle.Base => Problem.OfLibrary(
                ProblemId.ConstructorImpossible,
                library.Type.Name,
                "its base class has no constructor without parameters. Give the base class one"),
            _ => null,
        };
}
