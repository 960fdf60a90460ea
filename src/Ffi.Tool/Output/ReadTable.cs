using Ffi.Tool.Reading;
using Spectre.Console;

namespace Ffi.Tool.Output;

/// <summary>What was read, for a person.</summary>
internal static class ReadTable
{
    public static Table Of(ReadReport report) => SummaryTable.Create()
        .AddLine("read", string.Join(", ", report.Headers), $"{report.Platforms.Count} platforms")
        .AddLine("", $"{report.Functions} functions", $"{report.Types} types · {report.Constants} constants · {report.Macros} macros")
        .AddLine("", $"{report.PlatformDependent} differ", "functions and structs that are not the same on all platforms")
        .AddLine("wrote", report.File ?? "", $"{(report.Bytes + 1023) / 1024} KB");
}

/// <summary>Lines of a verb, what it was done to, and numbers.</summary>
internal static class SummaryTable
{
    public static Table Create()
    {
        Table table = new Table().NoBorder().HideHeaders();
        foreach (string column in new[] { "verb", "object", "numbers" })
        {
            table.AddColumn(new TableColumn(column).PadLeft(1).PadRight(2));
        }

        return table;
    }

    public static Table AddLine(this Table table, string verb, string what, string numbers) =>
        table.AddRow(new Markup($"[grey]{Markup.Escape(verb)}[/]"), new Text(what), new Text(numbers));
}
