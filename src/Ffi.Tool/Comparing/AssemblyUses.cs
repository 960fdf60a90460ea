using Ffi.Headers.Checking.Declarations;
using Ffi.Tool.Assemblies;
using Ffi.Tool.Assemblies.Places;
using Ffi.Tool.Output;

namespace Ffi.Tool.Comparing;

/// <summary>The functions and constants that an assembly declares, by their C names.</summary>
internal sealed class AssemblyUses
{
    private readonly ILookup<string, string> _members;

    private AssemblyUses(ILookup<string, string> members) => _members = members;

    /// <summary>Reads an assembly. Why that fails goes to <paramref name="problems"/>.</summary>
    public static AssemblyUses? Read(string file, List<Problem> problems)
    {
        (AssemblyFile? assembly, Problem? problem) = AssemblyFile.Open(file);
        if (assembly is null)
        {
            problems.Add(problem!);
            return null;
        }

        using AssemblyDeclarations declarations = new(assembly);
        DeclarationSet set = declarations.With(static _ => false);
        IEnumerable<(string Name, object? Origin)> named =
        [
            .. set.Functions.Select(static function => (function.Symbol, function.Origin)),
            .. set.Constants.Select(static constant => (constant.Name, constant.Origin)),
            .. set.Structs.Select(static type => (type.Name, type.Origin)),
            .. set.Enums.SelectMany(static type => type.Members).Select(static member => (member.Name, member.Origin)),
        ];
        return new AssemblyUses(
            named.ToLookup(
                static member => member.Name,
                static member => (member.Origin as MemberPlace)?.Text ?? "",
                StringComparer.Ordinal));
    }

    /// <summary>The changes of what the assembly declares, or passes to what it declares.</summary>
    public IReadOnlyList<DigestChange> Mark(IReadOnlyList<DigestChange> changes) =>
        [
            .. changes
                .Select(change =>
                    change with
                    {
                        DeclaredBy = [.. _members[change.Name].Concat(change.UsedBy.SelectMany(user => _members[user])).Distinct()],
                    })
                .Where(static change => change.DeclaredBy.Count > 0),
        ];
}
