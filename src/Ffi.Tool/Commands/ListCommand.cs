using System.CommandLine;
using Ffi.Tool.Output;
using Ffi.Tool.Reading;
using Ffi.Tool.Sources;

namespace Ffi.Tool.Commands;

/// <summary><c>ffi list</c>: what a library has, by header.</summary>
internal static class ListCommand
{
    public static Command Create(ToolConsole console)
    {
        Argument<string?> source = new("source")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description =
                "A digest, a header, or the name of a library whose digest comes with the tool. Without it, these libraries are listed.",
        };
        Option<string[]> only = new("--only")
        {
            HelpName = "names",
            Description = "The names to list, separated by commas; * matches any letters.",
            DefaultValueFactory = static _ => [],
        };
        Option<string?> kind = new("--kind")
        {
            HelpName = "kind",
            Description = $"Only this kind of declaration: {string.Join(", ", ItemKinds.Names)}.",
        };
        kind.AcceptOnlyFromAmong([.. ItemKinds.Names]);
        Option<bool> json = JsonOption.Create();
        Command command = new("list", "List the declarations of a library, by header.") { source, only, kind, json };
        ReadingOptions reading = new ReadingOptions().AddTo(command);
        command.SetAction(line =>
        {
            if (line.GetValue(source) is not { } name)
            {
                return ListLibraries(line.GetValue(json), console);
            }

            DigestSource found = DigestSource.Open(name, headers => reading.RequestOf(line, headers), console);
            if (found.Digest is not { } digest)
            {
                return console.Fail(found.Problems, line.GetValue(json));
            }

            ItemKind? wanted = line.GetValue(kind) is { } chosen ? Enum.Parse<ItemKind>(chosen, ignoreCase: true) : null;
            Listing listing = Listing.Of(digest, new NamePattern(line.GetValue(only)!), wanted);
            if (line.GetValue(json))
            {
                console.WriteJson(listing, ToolJson.Default.Listing);
            }
            else
            {
                Write(listing, console.Output);
            }

            return ExitCode.Clean;
        });
        return command;
    }

    private static int ListLibraries(bool json, ToolConsole console)
    {
        LibraryListing listing = new([.. KnownLibraries.Names.Select(KnownLibrary.Of)]);
        if (json)
        {
            console.WriteJson(listing, ToolJson.Default.LibraryListing);
        }
        else
        {
            console.WriteTable(LibraryTable.Of(listing));
        }

        return ExitCode.Clean;
    }

    private static void Write(Listing listing, TextWriter output)
    {
        foreach (ListedHeader header in listing.Headers)
        {
            output.WriteLine(header.Header.Length == 0 ? "(no header named)" : header.Header);
            foreach (ListedItem item in header.Items)
            {
                output.WriteLine($"  {item.Declaration}");
            }
        }
    }
}
