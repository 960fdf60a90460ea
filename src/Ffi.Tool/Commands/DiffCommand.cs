using System.CommandLine;
using Ffi.Tool.Comparing;
using Ffi.Tool.Output;
using Ffi.Tool.Sources;

namespace Ffi.Tool.Commands;

/// <summary><c>ffi diff</c>: what an upgrade of a library breaks.</summary>
internal static class DiffCommand
{
    public static Command Create(ToolConsole console)
    {
        Argument<string> older = new("old")
        {
            Description = "The old version: a digest, a header, or the name of a library whose digest comes with the tool.",
        };
        Argument<string> newer = new("new") { Description = "The new version, in the same form." };
        Option<string?> assembly = new("--assembly")
        {
            HelpName = "file",
            Description = "Report only what this assembly declares, and where.",
        };
        Option<bool> all = new("--all") { Description = "Report new declarations too." };
        Option<bool> json = JsonOption.Create();
        Command command = new("diff", "Compare two versions of a library's headers, and report what makes a binding of the old one wrong.")
        {
            older, newer, assembly, all, json,
        };
        ReadingOptions reading = new ReadingOptions().AddTo(command);
        command.SetAction(line =>
        {
            DigestSource[] sources =
            [
                .. new[] { older, newer }.Select(side =>
                    DigestSource.Open(line.GetValue(side)!, headers => reading.RequestOf(line, headers), console)),
            ];
            List<Problem> problems = [.. sources.SelectMany(static source => source.Problems)];
            AssemblyUses? uses = line.GetValue(assembly) is { } file ? AssemblyUses.Read(file, problems) : null;
            if (problems.Count > 0)
            {
                return console.Fail(problems, line.GetValue(json));
            }

            IReadOnlyList<DigestChange> changes = DigestComparer.Compare(sources[0].Digest!, sources[1].Digest!);
            changes = uses is null ? changes : uses.Mark(changes);
            DiffReport report = new(
                sources[0].Name,
                sources[1].Name,
                line.GetValue(all) ? changes : [.. changes.Where(static change => change.Impact != ChangeImpact.Adds)],
                changes.Count(static change => change.Impact == ChangeImpact.Adds));
            if (line.GetValue(json))
            {
                console.WriteJson(report, ToolJson.Default.DiffReport);
            }
            else
            {
                Write(report, console);
            }

            return report.Breaking > 0 ? ExitCode.Findings : ExitCode.Clean;
        });
        return command;
    }

    private static void Write(DiffReport report, ToolConsole console)
    {
        foreach (DigestChange change in report.Changes)
        {
            console.Output.WriteLine(change);
        }

        console.WriteTable(SummaryTable.Create()
            .AddLine("from", report.Old, "")
            .AddLine("to", report.New, "")
            .AddLine("found", $"{report.Breaking} that break", $"{report.Added} new"));
    }
}
