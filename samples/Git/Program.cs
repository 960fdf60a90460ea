// libgit2: the commits of a repository, newest first, through bindings that "ffi bind" wrote.
//
//     dotnet run --project samples/Git [folder]

using System.Globalization;
using Git;

if (args is [var folder])
{
    using Repository existing = Repository.Open(folder);
    Show(existing);
    return;
}

DirectoryInfo temporary = Directory.CreateTempSubdirectory("ffi-git");
try
{
    using Repository example = Repository.Create(temporary.FullName);
    DateTimeOffset day = new(2026, 5, 1, 9, 30, 0, TimeSpan.FromHours(2));
    example.Add("Begin a diary\n\nOne file, one line.\n", "Ada", "ada@example.org", day, "diary.txt", "It rains.\n");
    example.Add("Say more of the weather", "Ada", "ada@example.org", day.AddDays(1), "diary.txt", "It rains, and rains.\n");
    DateTimeOffset elsewhere = new(2026, 5, 3, 7, 15, 0, TimeSpan.FromHours(-3));
    example.Add("Add a recipe for Käsespätzle", "Zoë", "zoe@example.org", elsewhere, "recipe.txt", "Flour, eggs, cheese.\n");
    Show(example);
}
finally
{
    temporary.Delete(recursive: true);
}

static void Show(Repository repository)
{
    Commit[] commits = [.. repository.Commits()];
    foreach (Commit commit in commits)
    {
        string when = commit.When.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
        string changes = commit.ChangedFiles == 1 ? "1 file" : $"{commit.ChangedFiles} files";
        Console.WriteLine($"{commit.Id[..12]}  {when}  {commit.Author}, {changes}: {commit.Summary}");
    }

    IReadOnlyList<string> files = repository.FilesOf(commits[0]);
    string some = string.Join(", ", files.Take(5)) + (files.Count > 5 ? " …" : "");
    Console.WriteLine($"{commits.Length} commits; the newest has {files.Count} files: {some}");
}
