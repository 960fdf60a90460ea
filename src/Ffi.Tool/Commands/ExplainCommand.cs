using System.CommandLine;
using Ffi.Headers.Digest;
using Ffi.Tool.Explaining;
using Ffi.Tool.Output;
using Ffi.Tool.Reading;
using Ffi.Tool.Sources;

namespace Ffi.Tool.Commands;

/// <summary><c>ffi explain</c>: all that a header says of one name.</summary>
internal static class ExplainCommand
{
    public static Command Create(ToolConsole console)
    {
        Argument<string> name = new("name") { Description = "A function, type, constant or macro, as C programs call it." };
        Argument<string?> source = new("source")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description =
                "A digest, a header, or the name of a library whose digest comes with the tool. Without it, all of these libraries are searched.",
        };
        Option<bool> json = JsonOption.Create();
        Command command = new("explain", "Print everything that a header says about one name: in C, in C#, on each platform.")
        {
            name,
            source,
            json,
        };
        ReadingOptions reading = new ReadingOptions().AddTo(command);
        command.SetAction(line =>
        {
            string wanted = line.GetValue(name)!;
            DigestSource[] sources = line.GetValue(source) is { } chosen
                ? [DigestSource.Open(chosen, headers => reading.RequestOf(line, headers), console)]
                : [.. KnownLibraries.With(wanted).Select(DigestSource.Known)];
            List<Problem> problems = [.. sources.SelectMany(static found => found.Problems)];
            Explanation[] explanations =
            [
                .. sources
                    .Where(static found => found.Digest is not null)
                    .SelectMany(found => Explanation.Of(wanted, found.Name, found.Digest!)),
            ];
            if (explanations.Length == 0 && problems.Count == 0)
            {
                problems.Add(new Problem(Missing(wanted, sources)));
            }

            if (problems.Count > 0)
            {
                return console.Fail(problems, line.GetValue(json));
            }

            if (line.GetValue(json))
            {
                console.WriteJson(explanations, ToolJson.Default.ExplanationArray);
                return ExitCode.Clean;
            }

            foreach (Explanation explanation in explanations)
            {
                ExplanationText.Write(explanation, console);
            }

            return ExitCode.Clean;
        });
        return command;
    }

    private static string Missing(string name, IReadOnlyList<DigestSource> sources)
    {
        HeaderDigest[] digests = [.. sources.Select(static source => source.Digest).OfType<HeaderDigest>()];
        if (digests.Length == 0)
        {
            return $"No digest that comes with the tool has '{name}'. Name a header or digest after it.";
        }

        IReadOnlyList<string> near = NearestSymbols.Of(
            name,
            digests.SelectMany(ItemKinds.AllOf).Select(static item => item.Name).Where(static known => known.Length > 0));
        string where = string.Join(", ", digests.SelectMany(static digest => digest.Headers).Take(3));
        return $"There is no '{name}' in {where}." + (near.Count == 0 ? "" : $" Nearest are {string.Join(", ", near)}.");
    }
}
