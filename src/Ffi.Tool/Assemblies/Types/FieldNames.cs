namespace Ffi.Tool.Assemblies.Types;

/// <summary>Names of fields as their authors wrote them.</summary>
internal static class FieldNames
{
    /// <summary>The property's name where a compiler made the field for one: C#'s <c>&lt;Size&gt;k__BackingField</c>, F#'s
    /// <c>Size@</c>.</summary>
    public static string Plain(string name) => name switch
    {
        ['<', ..] when name.EndsWith(">k__BackingField", StringComparison.Ordinal) => name[1..name.IndexOf('>')],
        [.., '@'] => name[..^1],
        _ => name,
    };
}
