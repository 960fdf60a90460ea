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
        string symbolsType = members.Take("Symbols");
        FunctionPlanner planner = new(library, symbolsType, members);
        List<TrampolinePlan> functions = [];
        foreach (FunctionModel function in library.Functions)
        {
            if (planner.Plan(function).Plan is { } plan)
            {
                functions.Add(plan);
            }
        }

        VariablePlanner variablePlanner = new(library, planner);
        List<VariablePlan> variables = [];
        foreach (VariableModel variable in library.Variables)
        {
            if (variablePlanner.Plan(variable).Plan is { } plan)
            {
                variables.Add(plan);
            }
        }

        if (functions.Count == 0 && variables.Count == 0 && library is { LibraryName: not null, IsOptional: false })
        {
            return null;
        }

        TypeDeclarationModel type = library.Type;
        return new LibraryPlan(
            FileNameOf(library),
            library.Namespace,
            library.Types.Select(static (TypeDeclarationModel t) => $"partial {t.Keyword} {Identifier.EscapeType(t.Name)}").ToEquatableArray(),
            Identifier.EscapeType(type.Name),
            type.Keyword.EndsWith("struct", StringComparison.Ordinal),
            library.LibraryName,
            library.SearchPath,
            library.IsEager,
            library.IsOptional,
            symbolsType,
            members.Take("_symbols"),
            planner.Slots.ToEquatableArray(),
            planner.Others.ToEquatableArray(),
            functions.ToEquatableArray(),
            variables.ToEquatableArray(),
            IsWhole: functions.Count == library.Functions.Count && variables.Count == library.Variables.Count);
    }

    private static string FileNameOf(LibraryModel library)
    {
        string types = string.Join(".", library.Types.Select(static type => type.Name));
        return GeneratedFileName.Of(library.Namespace, types);
    }
}
