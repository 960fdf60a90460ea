using System.CommandLine;
using Ffi.Bindgen.Reading;
using Ffi.Headers.Digest;
using Ffi.Headers.Text;
using Ffi.Tool.Output;
using Ffi.Tool.Reading;
using Ffi.Tool.Sources;

namespace Ffi.Tool.Commands;

/// <summary><c>ffi read</c>: headers become a digest.</summary>
internal static class ReadCommand
{
    public static Command Create(ToolConsole console)
    {
        Argument<string[]> headers = new("header")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "Headers: paths, or names as in C's #include <…>.",
        };
        Option<string?> output = new("--output", "-o")
        {
            HelpName = "file",
            Description =
                "The file to write; - is standard output. The default is the first header's name with .ffi-header, in the current folder.",
        };
        Option<string?> library = new("--library")
        {
            HelpName = "name",
            Description = "The library that exports the functions, as DllImport names it.",
        };
        Option<string?> version = new("--library-version") { HelpName = "version", Description = "The library's version." };
        Option<string?> licence = new("--licence") { HelpName = "name", Description = "The licence of the headers." };
        Option<string[]> only = new("--only")
        {
            HelpName = "names",
            Description = "Read only these names, separated by commas, and the types that they need. * matches any letters.",
            DefaultValueFactory = static _ => [],
        };
        Option<bool> factsOnly = new("--facts-only")
        {
            Description = "Leave out the headers' own text: comments, bodies of macros, messages.",
        };
        Option<bool> json = JsonOption.Create();
        Command command = new("read", "Read headers into a digest, for five platforms at once.")
        {
            headers, output, library, version, licence, only, factsOnly, json,
        };
        ReadingOptions reading = new ReadingOptions().AddTo(command);
        command.SetAction(line =>
        {
            ReadRequest request = reading.RequestOf(line, line.GetValue(headers)!) with
            {
                IncludeDocumentation = !line.GetValue(factsOnly),
            };
            DigestSource source = DigestSource.ReadHeaders(request, console);
            if (source.Digest is not { } digest)
            {
                return console.Fail(source.Problems, line.GetValue(json));
            }

            digest = digest with { Library = line.GetValue(library), Version = line.GetValue(version), Licence = line.GetValue(licence) };
            digest = line.GetValue(only) is { Length: > 0 } patterns
                ? DigestFilter.Only(digest, new NamePattern(patterns).Matches)
                : digest;
            digest = line.GetValue(factsOnly) ? DigestFilter.FactsOnly(digest) : digest;
            return Write(digest, line.GetValue(output) ?? FileNameOf(request.Headers[0]), line.GetValue(json), console);
        });
        return command;
    }

    /// <summary>The digest's file for a header, if the user chose none.</summary>
    public static string FileNameOf(string header) => Path.GetFileNameWithoutExtension(header) + DigestSource.Extension;

    private static int Write(HeaderDigest digest, string file, bool json, ToolConsole console)
    {
        string text = DigestWriter.Write(digest);
        if (file == "-")
        {
            console.Output.Write(text);
            return ExitCode.Clean;
        }

        File.WriteAllText(file, text);
        ReadReport report = ReadReport.Of(digest, file, new FileInfo(file).Length);
        if (json)
        {
            console.WriteJson(report, ToolJson.Default.ReadReport);
        }
        else
        {
            console.WriteTable(ReadTable.Of(report));
        }

        return ExitCode.Clean;
    }
}
