using System.Runtime.InteropServices;

namespace Git;

/// <summary>What libgit2 says of a failure.</summary>
internal sealed class GitException(string? message) : Exception(message)
{
    /// <summary>Throws if a result is an error.</summary>
    public static unsafe int Check(int result)
    {
        if (result < 0)
        {
            GitError* error = Git2.ErrorLast();
            throw new GitException(error is null ? $"libgit2 answers {(ErrorCode)result}." : Marshal.PtrToStringUTF8((nint)error->Message));
        }

        return result;
    }
}
