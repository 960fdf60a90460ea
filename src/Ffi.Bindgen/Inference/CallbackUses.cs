using System.Text.RegularExpressions;
using Ffi.Bindgen.Planning.Names;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Inference;

/// <summary>What becomes of a function that is passed.</summary>
internal enum CallbackUse
{
    /// <summary>It is called while the call lasts.</summary>
    Called,

    /// <summary>It is kept, and called later.</summary>
    Kept,
}

/// <summary>Tells functions that are kept from those that are only called during the call.</summary>
internal static partial class CallbackUses
{
    private static readonly HashSet<string> s_keep = new(StringComparer.Ordinal)
    {
        "set", "add", "register", "install", "subscribe", "listen", "watch", "attach", "connect", "observe", "create", "new", "init",
        "alloc", "open", "start", "hook", "handler", "callback", "callbacks", "cb", "listener", "observer", "notify", "trace", "on",
    };

    // What ends a use gets the function only to find it again; what treats all of something calls it for each.
    private static readonly HashSet<string> s_doubtful = new(StringComparer.Ordinal)
    {
        "del", "delete", "remove", "unregister", "deregister", "uninstall", "unsubscribe", "unwatch", "detach", "disconnect", "cancel",
        "unset", "clear", "unhook", "all",
    };

    private static readonly (string Begin, string[] Ends)[] s_pairs =
    [
        ("add", ["del", "delete", "remove"]),
        ("start", ["stop"]),
        ("register", ["unregister", "deregister"]),
        ("install", ["uninstall"]),
        ("subscribe", ["unsubscribe"]),
        ("watch", ["unwatch"]),
        ("attach", ["detach"]),
        ("connect", ["disconnect"]),
        ("hook", ["unhook"]),
        ("enable", ["disable"]),
    ];

    /// <summary>What becomes of a parameter's function; null if nothing tells.</summary>
    public static Fact<CallbackUse>? Find(CFunction function, CParameter callback, string? comment, DigestIndex index)
    {
        IReadOnlyList<string> words = Words.Of(function.Name);
        string summary = comment?.TrimStart() ?? "";
        if (Verbs.Loops(words))
        {
            return new(CallbackUse.Called, Certainty.Likely, "its name says that it goes through several");
        }

        bool isSetter = words.Contains("set") && words[^1] is "cb" or "callback" or "callbacks";
        return words.Any(s_doubtful.Contains) && !isSetter ? null
            : IsStored(function, callback, index) ? new(CallbackUse.Kept, Certainty.Certain, "a struct that is passed has a field for it")
            : words.Any(s_keep.Contains) ? new(CallbackUse.Kept, Certainty.Likely, "its name says that it keeps something")
            : Loops().IsMatch(summary) ? new(CallbackUse.Called, Certainty.Likely, "its comment says that it goes through several")
            : Registers().IsMatch(summary) ? new(CallbackUse.Kept, Certainty.Likely, "its comment says that it registers something")
            : null;
    }

    /// <summary>The function that ends what another begins, by their names; null if there is none.</summary>
    public static string? EndOf(string function, Func<string, bool> exists)
    {
        foreach ((string begin, string[] ends) in s_pairs)
        {
            int place = function.IndexOf(begin, StringComparison.OrdinalIgnoreCase);
            if (place >= 0 && Words.Of(function).Contains(begin))
            {
                string written = function.Substring(place, begin.Length);
                string? found = ends.Select(end => function[..place] + Like(written, end) + function[(place + begin.Length)..])
                    .FirstOrDefault(exists);
                if (found is not null)
                {
                    return found;
                }
            }
        }

        return null;
    }

    // A struct of the caller's has a field of the same type: uv_write_t and uv_write_cb.
    private static bool IsStored(CFunction function, CParameter callback, DigestIndex index) =>
        callback.Type.First is NamedType named
        && function.Parameters.Any(parameter =>
            parameter.Type.First is PointerType { IsConst: false, Target: NamedType { Name: var type } }
            && function.Platforms.Any(platform =>
                index.FindType(type, platform) is { } item
                && RecordOf(item, index, platform) is { } record
                && record.FieldsOn(platform).Any(field => field.Type.On(platform) is NamedType { Name: var name } && name == named.Name)));

    private static CRecord? RecordOf(CItem item, DigestIndex index, Platform platform) =>
        item as CRecord
        ?? (
            index.Resolve(new NamedType(item.Name), platform) is NamedType { Name: var name }
                ? index.FindType(name, platform) as CRecord
                : null);

    // ADD, Add, add.
    private static string Like(string written, string word) =>
        written.All(char.IsAsciiLetterUpper) ? word.ToUpperInvariant()
        : char.IsAsciiLetterUpper(written[0]) ? char.ToUpperInvariant(word[0]) + word[1..]
        : word;

    [GeneratedRegex(
        @"^(Iterates?|Loops?|Walks?|Traverses?|Visits?) |^(Performs? an operation|Calls? .{1,40}) (on|for) (each|every)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Loops();

    [GeneratedRegex(@"\b(registers?|installs?)\b|\b(is|are|be) (registered|installed)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Registers();
}
