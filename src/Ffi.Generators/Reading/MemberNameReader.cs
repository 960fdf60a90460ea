using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>Reads the names that generated members must keep clear of: those of the type, of its members, and of those it inherits.</summary>
internal static class MemberNameReader
{
    public static EquatableArray<string> Read(INamedTypeSymbol type)
    {
        List<string> names = [];
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers())
            {
                if (!member.IsImplicitlyDeclared && MayClash(member.Name) && !GeneratedFile.Contains(member))
                {
                    names.Add(member.Name);
                }
            }
        }

        if (MayClash(type.Name))
        {
            names.Add(type.Name);
        }

        return names.ToEquatableArray();
    }

    // Generated members are named Symbols, _symbols and Is…Available.
    private static bool MayClash(string name) =>
        name.TrimEnd('_').EndsWith("ymbols", StringComparison.Ordinal) || name.EndsWith("Available", StringComparison.Ordinal);
}
