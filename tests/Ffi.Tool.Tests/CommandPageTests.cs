using System.CommandLine;
using Ffi.Tests.Testing;
using Ffi.Tool.Output;

namespace Ffi.Tool.Tests;

/// <summary>docs/reference/ffi-command.md names every command, and every option in the section of the command or of all commands.</summary>
public sealed class CommandPageTests
{
    private static readonly string[] s_sections =
        File.ReadAllText(Repository.PathOf("docs/reference/ffi-command.md")).ReplaceLineEndings("\n").Split("\n## ");

    private static readonly RootCommand s_root = FfiTool.CreateRoot(new ToolConsole(TextWriter.Null, TextWriter.Null));

    public static TheoryData<string> Commands => [.. s_root.Subcommands.Select(command => command.Name)];

    [Theory, MemberData(nameof(Commands))]
    public void Page_HasASectionForTheCommand(string command) => Assert.Single(
        s_sections, section => section.StartsWith($"`ffi {command}`\n", StringComparison.Ordinal));

    [Theory, MemberData(nameof(Options))]
    public void Page_NamesTheOption(string command, string option) =>
        Assert.Matches(
            $@"(?<![\w-]){option}(?![\w-])",
            string.Concat(
                s_sections.Where(section =>
                    section.StartsWith($"`ffi {command}`\n", StringComparison.Ordinal)
                    || section.StartsWith("For all commands\n", StringComparison.Ordinal))));

    public static TheoryData<string, string> Options()
    {
        var data = new TheoryData<string, string>();
        foreach (System.CommandLine.Command command in s_root.Subcommands)
        {
            foreach (Option option in command.Options.Where(option => !option.Hidden))
            {
                data.Add(command.Name, option.Name);
            }
        }

        return data;
    }
}
