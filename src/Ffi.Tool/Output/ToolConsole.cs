using System.Text.Json.Serialization.Metadata;
using System.Text.Json;
using Spectre.Console;

namespace Ffi.Tool.Output;

/// <summary>Where the tool writes: results to one stream, what went wrong and how far it is to the other.</summary>
internal sealed class ToolConsole(TextWriter output, TextWriter error)
{
    private const int WidthOfFiles = 1000; // Wider than any line.

    /// <summary>Results.</summary>
    public TextWriter Output { get; } = output;

    /// <summary>Problems and progress.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>Says why something can't be read.</summary>
    public void WriteProblem(Problem problem) => Error.WriteLine(problem.ToString());

    /// <summary>Says why something can't be read, for machines too if they are to read the result.</summary>
    /// <returns><see cref="ExitCode.CannotRead"/>.</returns>
    public int Fail(IReadOnlyList<Problem> problems, bool json)
    {
        foreach (Problem problem in problems)
        {
            WriteProblem(problem);
        }

        if (json)
        {
            WriteJson(new ProblemReport(problems), ToolJson.Default.ProblemReport);
        }

        return ExitCode.CannotRead;
    }

    /// <summary>Writes a result for machines.</summary>
    public void WriteJson<T>(T value, JsonTypeInfo<T> type) => Output.WriteLine(JsonSerializer.Serialize(value, type));

    /// <summary>Writes a table in which a person sees a result at a glance.</summary>
    public void WriteTable(Table table)
    {
        // A column's width is filled up with spaces, which would only disturb comparisons.
        using StringWriter text = new();
        bool isSeen = Output == Console.Out && !Console.IsOutputRedirected;
        if (isSeen)
        {
            ConsoleOn(Output).Write(table);
            return;
        }

        ConsoleOn(text).Write(table);
        foreach (string line in text.ToString().TrimEnd().Split('\n'))
        {
            Output.WriteLine(line.TrimEnd());
        }
    }

    /// <summary>Shows the progress of long work, if the output is a terminal.</summary>
    /// <param name="text">What is being done.</param>
    /// <param name="work">Does it; what it is given takes a new text.</param>
    public T Await<T>(string text, Func<Action<string>, T> work)
    {
        if (Error != Console.Error || Console.IsErrorRedirected)
        {
            return work(static _ => { });
        }

        return ConsoleOn(Error).Status().Start(Markup.Escape(text), status => work(next => status.Status = Markup.Escape(next)));
    }

    // Into a file or another program go neither colours nor line breaks that follow a window's width.
    private static IAnsiConsole ConsoleOn(TextWriter writer)
    {
        bool isSeen = (writer == Console.Out && !Console.IsOutputRedirected) || (writer == Console.Error && !Console.IsErrorRedirected);
        AnsiConsoleSettings settings = new() { Out = new AnsiConsoleOutput(writer) };
        if (!isSeen)
        {
            settings.Ansi = AnsiSupport.No;
            settings.ColorSystem = ColorSystemSupport.NoColors;
        }

        IAnsiConsole console = AnsiConsole.Create(settings);
        console.Profile.Width = isSeen ? console.Profile.Width : WidthOfFiles;
        return console;
    }
}
