namespace Ffi;

/// <summary>One file or name that was tried for a native library, and why it could not be used.</summary>
/// <param name="Candidate">A path; a name that was left to the operating system's loader; or, with <c>*</c> for the version, a
/// pattern that no file matched.</param>
/// <param name="Reason">Why it failed, in the words of the loader if it gave a reason.</param>
public sealed record NativeLibraryAttempt(string Candidate, string Reason);
