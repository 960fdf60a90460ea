using Ffi.Tests.Testing;
using Git;
using Repository = Git.Repository;

namespace Ffi.Samples.Tests;

public sealed class GitTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ffi-git-test");

    public void Dispose() => _folder.Delete(recursive: true);

    [GitFact]
    public void Commits_AreThoseThatGitLists()
    {
        Run("init -q -b main .");
        Commit("first\n\nwith a body", "one.txt", minutes: 0);
        Commit("grüße 🌍", "two.txt", minutes: 1);
        Run("checkout -q -b side HEAD~1");
        Commit("aside", "folder/three.txt", minutes: 2);
        Run("checkout -q main");
        Run("merge -q --no-ff -m merged side", minutes: 3);

        using Repository repository = Repository.Open(_folder.FullName);
        Commit[] commits = [.. repository.Commits()];
        Assert.Equal(
            Run("log --date-order --format=%H|%s|%an|%aI").TrimEnd('\n').Split('\n'),
            commits.Select(static commit => $"{commit.Id}|{commit.Summary}|{commit.Author}|{commit.When:yyyy-MM-ddTHH:mm:sszzz}"));
        Assert.Equal([2, 1, 1, 0], commits.Select(static commit => commit.Parents));
        Assert.Equal([1, 1, 1, 1], commits.Select(static commit => commit.ChangedFiles));
        Assert.Equal(["folder/three.txt", "one.txt", "two.txt"], repository.FilesOf(commits[0]));
    }

    [GitFact]
    public void Commits_OfAPatternOfReferences_AreTheirs()
    {
        Run("init -q -b main .");
        Commit("base", "a", minutes: 0);
        Run("checkout -q -b other");
        Commit("more", "b", minutes: 1);
        Run("checkout -q main");

        using Repository repository = Repository.Open(_folder.FullName);
        Assert.Equal(["base"], repository.Commits().Select(static commit => commit.Summary));
        Assert.Equal(["more", "base"], repository.Commits("refs/heads/*").Select(static commit => commit.Summary));
        Assert.Empty(repository.Commits("refs/tags/*"));
    }

    [GitFact]
    public void AddedCommits_AreWhatGitReads()
    {
        DateTimeOffset when = new(2026, 2, 3, 4, 5, 6, TimeSpan.FromMinutes(-210));
        using (Repository repository = Repository.Create(_folder.FullName))
        {
            repository.Add("one", "Zoë", "zoe@example.org", when, "a.txt", "A\n");
            repository.Add("two", "Zoë", "zoe@example.org", when.AddHours(1), "b.txt", "");
            repository.Add("three", "Zoë", "zoe@example.org", when.AddHours(2), "a.txt", "A, again\n");
        }

        Assert.Equal(
            "three|Zoë|2026-02-03T06:05:06-03:30\ntwo|Zoë|2026-02-03T05:05:06-03:30\none|Zoë|2026-02-03T04:05:06-03:30\n",
            Run("log --format=%s|%an|%aI"));
        Assert.Equal("A, again\n", Run("show HEAD:a.txt"));
        Assert.Equal("", Run("fsck --strict --no-dangling"));
    }

    [GitFact]
    public void Failure_HasLibgit2sOwnWords()
    {
        GitException failure = Assert.Throws<GitException>(() => Repository.Open(_folder.FullName));
        Assert.Contains(_folder.FullName, failure.Message, StringComparison.Ordinal);
        using Repository empty = Repository.Create(_folder.FullName);
        Assert.Throws<GitException>(() => empty.Commits().ToArray());
    }

    private void Commit(string message, string file, int minutes)
    {
        string path = Path.Combine(_folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, message);
        Run("add .");
        RunAt(minutes, ["commit", "-q", "-m", message]);
    }

    private string Run(string arguments, int minutes = 0) => RunAt(minutes, arguments.Split(' '));

    // Nothing of this machine's settings counts.
    private string RunAt(int minutes, string[] arguments)
    {
        string date = $"2026-01-01T12:{minutes:00}:00+01:00";
        CommandResult result = Command.Run(
            "git",
            arguments,
            _folder.FullName,
            "GIT_CONFIG_GLOBAL=/dev/null",
            "GIT_CONFIG_NOSYSTEM=1",
            "GIT_AUTHOR_NAME=Ada L.",
            "GIT_AUTHOR_EMAIL=ada@example.org",
            $"GIT_AUTHOR_DATE={date}",
            "GIT_COMMITTER_NAME=Ada L.",
            "GIT_COMMITTER_EMAIL=ada@example.org",
            $"GIT_COMMITTER_DATE={date}").GetAwaiter().GetResult();
        Assert.True(result.ExitCode == 0, $"git {string.Join(' ', arguments)}: {result.Output}{result.Error}");
        return result.Output;
    }
}
