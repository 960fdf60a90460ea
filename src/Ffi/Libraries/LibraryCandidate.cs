namespace Ffi;

/// <summary>One thing to try for a library.</summary>
/// <param name="Directory">Where the file is; null if the operating system's loader is to search.</param>
/// <param name="FileName">The file's name, with a single <c>*</c> for the version where <paramref name="AnyVersion"/>.</param>
/// <param name="AnyVersion">Whether every version of the file is meant, the highest first. Without a directory: every version that the
/// loader's cache knows.</param>
internal sealed record LibraryCandidate(string? Directory, string FileName, bool AnyVersion = false)
{
    public override string ToString() => Directory switch
    {
        null when AnyVersion => $"{FileName} in {LoaderCache.Path}",
        null => FileName,
        "" => FileName,
        _ => Directory + (Directory.Contains('\\') ? '\\' : '/') + FileName,
    };
}
