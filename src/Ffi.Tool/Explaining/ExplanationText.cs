using Ffi.Tool.Output;
using Spectre.Console;

namespace Ffi.Tool.Explaining;

/// <summary>An explanation, for a person.</summary>
internal static class ExplanationText
{
    public static void Write(Explanation explanation, ToolConsole console)
    {
        console.Output.WriteLine($"{explanation.Kind} {explanation.Name}   {explanation.Header}   ({explanation.Source})");
        foreach (PlatformText declaration in explanation.Declarations)
        {
            console.Output.WriteLine($"  C   {declaration.Text}{(declaration.Platforms is null ? "" : $"   on {declaration.Platforms}")}");
        }

        if (explanation.CSharp is { } csharp)
        {
            console.Output.WriteLine($"  C#  {csharp}");
        }

        if (explanation.Parts.Count > 0)
        {
            Table table = new Table().NoBorder().HideHeaders();
            Func<ExplainedPart, string>[] columns =
            [
                static part => "    " + part.Name,
                static part => part.Type,
                static part => part.Place,
                static part => part.Bytes,
            ];
            columns = [.. columns.Where(column => explanation.Parts.Any(part => column(part).Length > 0))];
            Array.ForEach(columns, _ => table.AddColumn(new TableColumn("").PadLeft(1).PadRight(1)));
            foreach (ExplainedPart part in explanation.Parts)
            {
                table.AddRow(columns.Select(column => new Text(column(part))));
            }

            console.WriteTable(table);
        }

        if (explanation.Attributes.Count > 0)
        {
            console.Output.WriteLine($"  attributes: {string.Join(", ", explanation.Attributes)}");
        }

        foreach (string line in explanation.Documentation?.Split('\n') ?? [])
        {
            console.Output.WriteLine($"  | {line}");
        }
    }
}
