namespace Ffi.Generators.Model;

/// <summary>What a generated file needs around it because of the types that its declarations name.</summary>
/// <param name="Warnings">Ids of what the compiler says of those types, and has said at the declarations: obsolete and experimental
/// ones.</param>
/// <param name="Renames">The types that are named through an extern alias.</param>
/// <param name="MeetsObsoleteErrors">Whether one is obsolete to the degree of an error, which only obsolete code may name.</param>
/// <param name="Ambiguous">A type whose name means two types; null if there is none.</param>
/// <param name="HidingType">A type of the project whose name hides a namespace that generated code names; null if there is none.</param>
internal sealed record SurroundingsModel(
    EquatableArray<string> Warnings,
    EquatableArray<TypeRename> Renames,
    bool MeetsObsoleteErrors = false,
    string? Ambiguous = null,
    string? HidingType = null)
{
    public static SurroundingsModel None { get; } = new(default, default);

    /// <summary>Whether a generated file can name what it must.</summary>
    public bool AreNamed => Ambiguous is null && HidingType is null;

    public bool HasWarnings => Warnings.Count > 0;

    public EquatableArray<string> Aliases => Renames.Select(static rename => rename.Alias).Distinct().ToEquatableArray();

    /// <summary>The text with every name spelled so that it is found.</summary>
    public string Spell(string text)
    {
        foreach (TypeRename rename in Renames)
        {
            text = rename.Spell(text);
        }

        return text;
    }
}

/// <summary>A type that is named through an extern alias.</summary>
/// <param name="Name">Its full name, with <c>global::</c>.</param>
/// <param name="Alias">The alias of its assembly.</param>
internal sealed record TypeRename(string Name, string Alias)
{
    public string Spell(string text)
    {
        for (int at = text.IndexOf(Name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Name, at + 1, StringComparison.Ordinal))
        {
            int end = at + Name.Length;
            if (end == text.Length || !(char.IsLetterOrDigit(text[end]) || text[end] == '_'))
            {
                text = text.Substring(0, at) + Alias + text.Substring(at + "global".Length);
            }
        }

        return text;
    }
}
