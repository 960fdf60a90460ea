using System.Collections.Immutable;

namespace Ffi.Analyzers.Liveness.Doubts;

/// <summary>The words that a name is made of: <c>WaitForSingleObject</c> is wait, for, single, object; <c>pthread_mutex_lock</c> is
/// pthread, mutex, lock.</summary>
internal static class NameWords
{
    public static ImmutableArray<string> Of(string name)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        int start = 0;
        for (int i = 0; i <= name.Length; i++)
        {
            if (i == name.Length || !char.IsLetterOrDigit(name[i]) || (i > start && IsBoundary(name, i)))
            {
                if (i > start)
                {
                    words.Add(name.Substring(start, i - start).ToLowerInvariant());
                }

                start = i < name.Length && !char.IsLetterOrDigit(name[i]) ? i + 1 : i;
            }
        }

        return words.ToImmutable();
    }

    /// <summary>Whether the name has one of the phrases, or begins with one.</summary>
    public static bool Have(string name, ImmutableArray<string> phrases, bool atStart)
    {
        if (phrases.IsEmpty || name.Length == 0)
        {
            return false;
        }

        ImmutableArray<string> words = Of(name);
        foreach (string phrase in phrases)
        {
            string[] sought = phrase.Split(' ');
            int last = atStart ? 0 : words.Length - sought.Length;
            for (int at = 0; at <= last && at + sought.Length <= words.Length; at++)
            {
                if (Enumerable.Range(0, sought.Length).All(i => words[at + i] == sought[i]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // aB, and ABc before the B.
    private static bool IsBoundary(string name, int at) =>
        char.IsUpper(name[at]) && (!char.IsUpper(name[at - 1]) || (at + 1 < name.Length && char.IsLower(name[at + 1])));
}
