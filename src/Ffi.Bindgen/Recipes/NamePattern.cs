namespace Ffi.Bindgen.Recipes;

/// <summary>A C name in which <c>*</c> stands for any characters.</summary>
public sealed record NamePattern(string Text)
{
    /// <summary>Whether a name fits.</summary>
    public bool Matches(string name) => Matches(Text, name);

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        int star = pattern.IndexOf('*');
        if (star < 0)
        {
            return pattern.SequenceEqual(name);
        }

        if (!name.StartsWith(pattern[..star], StringComparison.Ordinal))
        {
            return false;
        }

        ReadOnlySpan<char> rest = pattern[(star + 1)..];
        for (int start = star; start <= name.Length; start++)
        {
            if (Matches(rest, name[start..]))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
