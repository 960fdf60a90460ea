namespace Ffi.Bindgen.Inference;

/// <summary>What words in a function's name say it does.</summary>
internal static class Verbs
{
    // The surest first: what is called "delete" or "finish" often does more than free.
    private static readonly string[] s_free =
    [
        "free", "unref", "release", "destroy", "dispose", "close", "finalize", "cleanup", "done", "fini", "uninit", "deinit", "delete",
        "finish",
    ];

    private static readonly HashSet<string> s_create = new(StringComparer.Ordinal)
    {
        "new", "create", "alloc", "malloc", "calloc", "open", "init", "dup", "copy", "clone", "duplicate", "load", "parse", "read", "make",
        "connect", "build", "construct", "prepare",
    };

    private static readonly HashSet<string> s_copy = new(StringComparer.Ordinal) { "dup", "copy", "clone", "duplicate" };

    // A function that looks something up returns what other code owns.
    private static readonly HashSet<string> s_lend = new(StringComparer.Ordinal)
    {
        "get", "get0", "peek", "find", "search", "next", "prev", "previous", "first", "last", "current", "default", "parent", "child",
        "root", "borrow", "entry", "item", "at", "top", "iterator", "set", "add", "append", "insert", "push", "link", "unlink", "ref",
        "retain", "up", "acquire",
    };

    private static readonly HashSet<string> s_loop = new(StringComparer.Ordinal)
    {
        "foreach", "each", "walk", "visit", "exec", "enum", "enumerate", "sort", "qsort", "bsearch", "lsearch", "iterate", "scan",
        "traverse",
    };

    private static readonly HashSet<string> s_destructor = new(StringComparer.Ordinal)
    {
        "destroy", "destructor", "free", "delete", "cleanup", "dispose", "xdel", "xdestroy", "xfree", "dtor", "deleter", "release",
    };

    /// <summary>The place of the word that says that something ends; -1 if none does. It stands first or last; behind it may stand a
    /// version, or <c>all</c>.</summary>
    public static int FreeIn(IReadOnlyList<string> words)
    {
        int last = words.Count - 1;
        while (last > 0 && IsTail(words[last]))
        {
            last--;
        }

        // "Done" is said of steps, too; and so is "finish".
        return last >= 0 && s_free.Contains(words[last]) ? last
            : Math.Max(FindFirst(words, 0), words.Count > 1 ? FindFirst(words, 1) : -1);
    }

    /// <summary>The same, where all other words are the type's: SDL_GL_DeleteContext frees an SDL_GLContext.</summary>
    public static int FreeIn(IReadOnlyList<string> words, IReadOnlyList<string> type)
    {
        int place = FreeIn(words);
        for (int index = 0; place < 0 && index < words.Count; index++)
        {
            place = s_free.Contains(words[index]) && words.Where((_, other) => other != index).SequenceEqual(type) ? index : -1;
        }

        return place;
    }

    /// <summary>How sure a word is that something ends: 0 is the surest.</summary>
    public static int RankOfFree(string word) => Array.IndexOf(s_free, word);

    /// <summary>The version at a name's end: 2 of <c>close_v2</c>.</summary>
    public static int VersionIn(IReadOnlyList<string> words) =>
        words[^1] is ['v', .. var number] && int.TryParse(number, out int version) ? version : 0;

    /// <summary>Whether a function makes one of a type; words of the type's own name don't count.</summary>
    public static bool Creates(IReadOnlyList<string> words, IReadOnlyList<string> type) =>
        words.Any(static word => s_create.Contains(word) || IsCopy(word)) && !Lends(words, type);

    public static bool Copies(IReadOnlyList<string> words) => words.Any(IsCopy);

    /// <summary>Whether a function returns one that other code owns.</summary>
    public static bool Lends(IReadOnlyList<string> words, IReadOnlyList<string> type) =>
        words.Any(word => s_lend.Contains(word) && !type.Contains(word));

    /// <summary>Whether functions are only called while the call lasts.</summary>
    public static bool Loops(IReadOnlyList<string> words) => words.Any(s_loop.Contains);

    public static bool Destroys(IReadOnlyList<string> words) => words.Any(s_destructor.Contains);

    // "duphandle" is two words.
    private static bool IsCopy(string word) =>
        s_copy.Contains(word) || (word.StartsWith("dup", StringComparison.Ordinal) && word is not "duplex");

    private static int FindFirst(IReadOnlyList<string> words, int place) => s_free.Contains(words[place]) ? place : -1;

    private static bool IsTail(string word) =>
        word is "all" or "full" || (word is ['v', .. var number] && number.All(char.IsAsciiDigit)) || word.All(char.IsAsciiDigit);
}
