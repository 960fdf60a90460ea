using System.Text;

namespace Ffi;

/// <summary>A native library could not be loaded from any of the places that were searched.</summary>
public sealed class NativeLibraryNotFoundException : DllNotFoundException
{
    internal NativeLibraryNotFoundException(string library, IReadOnlyList<NativeLibraryAttempt> attempts, string? chosen = null)
        : base(Describe(library, attempts, chosen))
    {
        Library = library;
        Attempts = attempts;
    }

    /// <summary>The name or path that was asked for.</summary>
    public string Library { get; }

    /// <summary>Everything that was tried, in this order.</summary>
    public IReadOnlyList<NativeLibraryAttempt> Attempts { get; }

    // One line for each attempt, but a folder's missing files share a line: there are five names to try in some thirty folders.
    private static string Describe(string library, IReadOnlyList<NativeLibraryAttempt> attempts, string? chosen)
    {
        string choice = chosen is null ? "" : $" {nameof(NativeLibraryPaths)} has chosen '{chosen}' for it.";
        var message = new StringBuilder($"The native library '{library}' could not be loaded.{choice} Tried, in this order:");
        for (int index = 0; index < attempts.Count;)
        {
            (string candidate, string reason) = attempts[index];
            string folder = FolderOf(candidate);
            int end = index + 1;
            while (
                end < attempts.Count && attempts[end].Reason == reason && FolderOf(attempts[end].Candidate) == folder && folder.Length > 0)
            {
                end++;
            }

            string tried =
                end == index + 1
                    ? candidate
                    : $"{folder}{{{string.Join(", ", attempts.Skip(index).Take(end - index).Select(attempt => attempt.Candidate[folder.Length..]))}}}";
            message.Append("\n  ").Append(tried).Append(": ").Append(reason);
            index = end;
        }

        return message.ToString();
    }

    // The loader's cache is described in words. It has a pattern and no folder.
    private static string FolderOf(string candidate) =>
        candidate.Contains(' ') && candidate.EndsWith(LoaderCache.Path, StringComparison.Ordinal)
            ? ""
            : candidate[..(candidate.LastIndexOfAny(['/', '\\']) + 1)];
}
