namespace Git;

/// <summary>A commit, read.</summary>
/// <param name="Id">Its name, in 40 hexadecimal digits.</param>
/// <param name="Summary">The first paragraph of its message, in one line.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="When">When, in the author's time zone.</param>
/// <param name="Parents">How many commits it follows: none for the first, two for a merge.</param>
/// <param name="ChangedFiles">How many files differ from its first parent's.</param>
internal sealed record Commit(string Id, string Summary, string Author, DateTimeOffset When, int Parents, int ChangedFiles);
