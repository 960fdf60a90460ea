using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Decides what a library's file holds.</summary>
internal static class LibraryPlanner
{
    /// <summary>The plan; null where the library as a whole can't be bound. A function with an error is left out of it.</summary>
    public static LibraryPlan? Plan(LibraryModel library)
    {
        if (LibraryRules.FindProblems(library).Any())
        {
            return null;
        }

        LocalNames members = new(library.MemberNames);
        SlotPlanner slots = new();
        List<TrampolinePlan> functions = [];
        foreach (FunctionModel function in library.Functions)
        {
            if (FunctionPlanner.Plan(function, library, slots).Plan is { } plan)
            {
                functions.Add(plan);
            }
        }

        if (functions.Count == 0 && library.LibraryName is not null)
        {
            return null;
        }

        TypeDeclarationModel type = library.Types[library.Types.Count - 1];
        return new LibraryPlan(
            FileNameOf(library),
            library.Namespace,
            library.Types.Select(static (TypeDeclarationModel t) => $"partial {t.Keyword} {Identifier.Escape(t.Name)}").ToEquatableArray(),
            Identifier.Escape(type.Name),
            type.Keyword.EndsWith("struct", StringComparison.Ordinal),
            library.LibraryName,
            library.SearchPath,
            library.IsEager,
            members.Take("Symbols"),
            members.Take("_symbols"),
            slots.Slots.ToEquatableArray(),
            functions.ToEquatableArray());
    }

    private static string FileNameOf(LibraryModel library)
    {
        string types = string.Join(".", library.Types.Select(static type => type.Name));
        return (library.Namespace.Length == 0 ? types : $"{library.Namespace}.{types}") + GeneratedFileName.Suffix;
    }
}
