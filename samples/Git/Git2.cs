using Ffi;

namespace Git;

/// <summary>What the generated part has not: a function with C's dots, declared for each number of parents that the sample needs.</summary>
public static partial class Git2
{
    [NativeFunction("git_commit_create_v", Variadic = 9)]
    internal static partial int CommitCreate(
        out Oid id,
        RepositoryHandle repository,
        string reference,
        SignatureHandle author,
        SignatureHandle committer,
        string? encoding,
        string message,
        Tree tree,
        nuint parentCount);

    [NativeFunction("git_commit_create_v", Variadic = 9)]
    internal static partial int CommitCreate(
        out Oid id,
        RepositoryHandle repository,
        string reference,
        SignatureHandle author,
        SignatureHandle committer,
        string? encoding,
        string message,
        Tree tree,
        nuint parentCount,
        CommitHandle parent);
}
