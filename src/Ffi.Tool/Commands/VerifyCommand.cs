using System.CommandLine;
using Ffi.Headers.Checking;
using Ffi.Headers.Digest;
using Ffi.Tool.Output;
using Ffi.Tool.Reading;
using Ffi.Tool.Verifying;

namespace Ffi.Tool.Commands;

/// <summary><c>ffi verify</c>: an assembly's declarations are compared with headers.</summary>
internal static class VerifyCommand
{
    public static Command Create(ToolConsole console)
    {
        Argument<string> target = new("assembly") { Description = "The assembly, or the project that it is built from." };
        Option<string[]> header = new("--header")
        {
            HelpName = "header",
            Description = "Compare with this header.",
            DefaultValueFactory = static _ => [],
        };
        Option<string[]> digest = new("--digest")
        {
            HelpName = "digest",
            Description = "Compare with this digest: a file, or the name of a library whose digest comes with the tool.",
            DefaultValueFactory = static _ => [],
        };
        Option<string[]> library = new("--library")
        {
            HelpName = "file",
            Description = "Report imports that this library file doesn't export.",
            DefaultValueFactory = static _ => [],
        };
        Option<FindingSeverity> least = new("--least")
        {
            HelpName = "severity",
            Description = "The lowest severity to report: error, warning or info.",
            DefaultValueFactory = static _ => FindingSeverity.Warning,
        };
        Option<string[]> ignore = new("--ignore")
        {
            HelpName = "names",
            Description = "Don't report these ids and symbols, separated by commas: FFI3002,sqlite3_exec.",
            DefaultValueFactory = static _ => [],
        };
        Option<bool> noBuild = new("--no-build") { Description = "Don't build the project, and check the assembly of its last build." };
        Option<bool> json = JsonOption.Create();
        Command command = new("verify", "Compare the native declarations of an assembly with C headers.")
        {
            target, header, digest, library, least, ignore, noBuild, json,
        };
        ReadingOptions reading = new ReadingOptions().AddTo(command);
        command.SetAction(line =>
        {
            VerifyInputs inputs = new(console)
            {
                Target = line.GetValue(target)!,
                NoBuild = line.GetValue(noBuild),
                Digests = line.GetValue(digest)!,
                Libraries = line.GetValue(library)!,
                Headers = line.GetValue(header) is { Length: > 0 } headers
                    ? reading.RequestOf(line, headers) with
                    {
                        IncludeDocumentation = false,
                    }
                    : null,
            };
            using Verification verification = inputs.Open();
            if (verification.Problems.Count > 0)
            {
                return console.Fail(verification.Problems, line.GetValue(json));
            }

            VerifyReport report = console.Await($"Comparing {inputs.Target}", _ => verification.Run());
            if (report.Checked == 0)
            {
                return console.Fail([VerifyTable.NothingChecked(report)], line.GetValue(json));
            }

            PlatformSet platforms = reading.PlatformsOf(line);
            FindingFilter filter = new(
                line.GetValue(least),
                new NamePattern(line.GetValue(ignore)!),
                line.GetValue(ignore)!.Length > 0,
                platforms);
            report = report with { Findings = [.. report.Findings.Where(filter.Passes)] };
            Write(report, line.GetValue(json), console);
            return report.Errors + report.Warnings > 0 ? ExitCode.Findings : ExitCode.Clean;
        });
        return command;
    }

    private static void Write(VerifyReport report, bool json, ToolConsole console)
    {
        if (json)
        {
            console.WriteJson(report, ToolJson.Default.VerifyReport);
            return;
        }

        foreach (PlacedFinding finding in report.Findings)
        {
            console.Output.WriteLine(finding);
        }

        console.WriteTable(VerifyTable.Of(report));
    }
}
