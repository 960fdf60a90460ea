using System.CommandLine;
using System.CommandLine.Parsing;
using Ffi.Bindgen.Reading;
using Ffi.Headers.Digest;

namespace Ffi.Tool.Commands;

/// <summary>How headers are read: the options of each command that reads some.</summary>
internal sealed class ReadingOptions
{
    private readonly Option<string[]> _folders = new("--include", "-I")
    {
        HelpName = "folder",
        Description = "Search this folder for headers, as a compiler does.",
        DefaultValueFactory = static _ => [],
    };

    private readonly Option<string[]> _defines = new("--define", "-D")
    {
        HelpName = "macro",
        Description = "Define a macro for the headers: NAME or NAME=value.",
        DefaultValueFactory = static _ => [],
    };

    private readonly Option<PlatformSet> _platforms = new("--platform")
    {
        HelpName = "platforms",
        Description =
            $"Read for these platforms only, separated by commas: {string.Join(", ", PlatformNames.All.Select(PlatformNames.NameOf))}, or linux, win, osx.",
        CustomParser = ParsePlatforms,
    };

    private readonly Option<string[]> _system = new("--system")
    {
        HelpName = "folder",
        Description = "Use the system headers in this folder instead of the tool's own.",
        DefaultValueFactory = static _ => [],
    };

    private readonly Option<bool> _allowNoFunctions = new("--allow-no-functions")
    {
        Description = "Accept headers that declare no function, which are usually the wrong ones.",
    };

    private readonly Option<string?> _clang = new("--clang")
    {
        HelpName = "file",
        Description = "Use this libclang instead of the packaged one.",
    };

    public ReadingOptions AddTo(Command command)
    {
        Option[] options = [_folders, _defines, _platforms, _system, _allowNoFunctions, _clang];
        Array.ForEach(options, command.Add);
        return this;
    }

    /// <summary>The platforms that were chosen; all if none were.</summary>
    public PlatformSet PlatformsOf(ParseResult line) => line.GetValue(_platforms) is { IsEmpty: false } chosen ? chosen : PlatformSet.All;

    public ReadRequest RequestOf(ParseResult line, IReadOnlyList<string> headers) => new()
    {
        Headers = headers,
        IncludeFolders = line.GetValue(_folders)!,
        Defines = line.GetValue(_defines)!,
        Platforms = PlatformsOf(line),
        SystemFolders = line.GetValue(_system)!,
        RequireFunctions = !line.GetValue(_allowNoFunctions),
        ClangPath = line.GetValue(_clang),
    };

    private static PlatformSet ParsePlatforms(ArgumentResult argument)
    {
        PlatformSet set = PlatformSet.None;
        foreach (string name in argument.Tokens.SelectMany(static token => token.Value.Split(',', StringSplitOptions.TrimEntries)))
        {
            PlatformSet found = PlatformNames.Find(name);
            if (found.IsEmpty)
            {
                argument.AddError(
                    $"'{name}' is not a platform. The platforms are {string.Join(", ", PlatformNames.All.Select(PlatformNames.NameOf))}, linux, win and osx."
                );
            }

            set = set.Union(found);
        }

        return set;
    }
}
