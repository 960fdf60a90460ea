using Ffi.Tool.Sources;
using Spectre.Console;

namespace Ffi.Tool.Output;

/// <summary>The libraries whose digests come with the tool, for a person.</summary>
internal static class LibraryTable
{
    public static Table Of(LibraryListing listing)
    {
        Table table = new Table().NoBorder().AddColumns("library", "version", "licence of its headers", "headers");
        foreach (KnownLibrary library in listing.Libraries)
        {
            table.AddRow(library.Name, library.Version, library.Licence, string.Join(", ", library.Headers));
        }

        return table;
    }
}
