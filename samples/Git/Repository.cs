using System.Runtime.InteropServices;
using System.Text;

namespace Git;

/// <summary>A repository on disk.</summary>
internal sealed class Repository : IDisposable
{
    private readonly RepositoryHandle _handle;

    static Repository() => GitException.Check(Git2.Libgit2Init());

    private Repository(RepositoryHandle handle) => _handle = handle;

    /// <summary>Opens the repository of a folder.</summary>
    public static Repository Open(string folder)
    {
        GitException.Check(Git2.RepositoryOpen(out RepositoryHandle handle, folder));
        return new Repository(handle);
    }

    /// <summary>Makes a repository without a working tree.</summary>
    public static Repository Create(string folder)
    {
        GitException.Check(Git2.RepositoryInit(out RepositoryHandle handle, folder, is_bare: 1));
        return new Repository(handle);
    }

    /// <summary>The commits that a pattern of references leads to, or HEAD. A commit stands before its parents.</summary>
    /// <param name="references">Such as <c>refs/heads/*</c>.</param>
    public IEnumerable<Commit> Commits(string? references = null)
    {
        GitException.Check(Git2.RevwalkNew(out Revwalk walk, _handle));
        using (walk)
        {
            GitException.Check(Git2.RevwalkSorting(walk, Sort.Topological | Sort.Time));
            GitException.Check(references is null ? Git2.RevwalkPushHead(walk) : Git2.RevwalkPushGlob(walk, references));
            int result;
            while ((result = Git2.RevwalkNext(out Oid id, walk)) == 0)
            {
                yield return Read(id);
            }

            if (result != (int)ErrorCode.Iterover)
            {
                GitException.Check(result);
            }
        }
    }

    /// <summary>The paths of a commit's files, as libgit2 shows them to a lambda.</summary>
    public IReadOnlyList<string> FilesOf(Commit commit)
    {
        List<string> files = [];
        GitException.Check(Git2.OidFromstr(out Oid id, commit.Id));
        using CommitHandle handle = Find(id);
        using Tree tree = TreeOf(handle);
        GitException.Check(Git2.TreeWalk(
            tree,
            TreewalkMode.Pre,
            (folder, entry, _) =>
            {
                if (Git2.TreeEntryType(entry) == ObjectType.Blob)
                {
                    files.Add(Encoding.UTF8.GetString(folder) + Git2.TreeEntryName(entry));
                }

                return 0;
            },
            payload: 0));
        return files;
    }

    /// <summary>Adds a commit to the branch of HEAD.</summary>
    /// <param name="message">Its message.</param>
    /// <param name="author">Who wrote it.</param>
    /// <param name="email">The author's address.</param>
    /// <param name="when">When, in the author's time zone.</param>
    /// <param name="name">The file that it adds or replaces.</param>
    /// <param name="content">What is in the file.</param>
    public void Add(string message, string author, string email, DateTimeOffset when, string name, string content)
    {
        GitException.Check(Git2.SignatureNew(
            out SignatureHandle signature, author, email, when.ToUnixTimeSeconds(), (int)when.Offset.TotalMinutes));
        using (signature)
        using (CommitHandle? parent = FindHead())
        using (Tree tree = parent is null ? new Tree() : TreeOf(parent))
        using (Tree changed = Change(tree, name, content))
        {
            GitException.Check(parent is null
                ? Git2.CommitCreate(out _, _handle, "HEAD", signature, signature, null, message, changed, 0)
                : Git2.CommitCreate(out _, _handle, "HEAD", signature, signature, null, message, changed, 1, parent));
        }
    }

    public void Dispose() => _handle.Dispose();

    private Commit Read(in Oid id)
    {
        using CommitHandle commit = Find(id);
        (string author, DateTimeOffset when) = AuthorOf(commit);
        string summary = Git2.CommitSummary(commit) ?? "";
        return new Commit(Format(id), summary, author, when, (int)Git2.CommitParentcount(commit), CountChanges(commit));
    }

    private CommitHandle Find(in Oid id)
    {
        GitException.Check(Git2.CommitLookup(out CommitHandle commit, _handle, id));
        return commit;
    }

    private CommitHandle? FindHead()
    {
        if (GitException.Check(Git2.RepositoryHeadUnborn(_handle)) == 1)
        {
            return null;
        }

        GitException.Check(Git2.RevwalkNew(out Revwalk walk, _handle));
        using (walk)
        {
            GitException.Check(Git2.RevwalkPushHead(walk));
            GitException.Check(Git2.RevwalkNext(out Oid id, walk));
            return Find(id);
        }
    }

    private int CountChanges(CommitHandle commit)
    {
        using Tree tree = TreeOf(commit);
        using Tree before = TreeBefore(commit);
        GitException.Check(Git2.DiffTreeToTree(out Diff diff, _handle, before, tree, opts: 0));
        using (diff)
        {
            return (int)Git2.DiffNumDeltas(diff);
        }
    }

    // A handle without an address is C's NULL, which libgit2 takes for an empty tree.
    private static Tree TreeBefore(CommitHandle commit)
    {
        if (Git2.CommitParentcount(commit) == 0)
        {
            return new Tree();
        }

        GitException.Check(Git2.CommitParent(out CommitHandle parent, commit, 0));
        using (parent)
        {
            return TreeOf(parent);
        }
    }

    private static Tree TreeOf(CommitHandle commit)
    {
        GitException.Check(Git2.CommitTree(out Tree tree, commit));
        return tree;
    }

    private Tree Change(Tree tree, string name, string content)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(content);
        GitException.Check(Git2.BlobCreateFromBuffer(out Oid blob, _handle, bytes, (nuint)bytes.Length));
        GitException.Check(Git2.TreebuilderNew(out Treebuilder builder, _handle, tree));
        using (builder)
        {
            GitException.Check(Git2.TreebuilderInsert(default, builder, name, blob, Filemode.Blob));
            GitException.Check(Git2.TreebuilderWrite(out Oid id, builder));
            GitException.Check(Git2.TreeLookup(out Tree changed, _handle, id));
            return changed;
        }
    }

    // The author belongs to the commit, which the caller holds.
    private static unsafe (string Name, DateTimeOffset When) AuthorOf(CommitHandle commit)
    {
        Signature* author = Git2.CommitAuthor(commit);
        var when = DateTimeOffset.FromUnixTimeSeconds(author->When.Time);
        return (Marshal.PtrToStringUTF8((nint)author->Name)!, when.ToOffset(TimeSpan.FromMinutes(author->When.Offset)));
    }

    private static string Format(in Oid id)
    {
        Span<byte> digits = stackalloc byte[Git2.OidHexsz];
        GitException.Check(Git2.OidFmt(digits, id));
        return Encoding.ASCII.GetString(digits);
    }
}
