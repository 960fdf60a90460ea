using System.CommandLine;
using Ffi.Bindgen.Reading;
using Ffi.Bindgen.Recipes;
using Ffi.Tool.Binding;
using Ffi.Tool.Output;

namespace Ffi.Tool.Commands;

/// <summary><c>ffi bind</c>: headers become C#, by a recipe.</summary>
internal static class BindCommand
{
    public static Command Create(ToolConsole console)
    {
        Argument<string[]> headers = new("header")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Headers: paths, or names as in C's #include <…>. Without any, the recipes in the folder are carried out again.",
        };
        Option<string?> library = new("--library")
        {
            HelpName = "name",
            Description = "The library that exports the functions, as DllImport names it. The files are named after it.",
        };
        Option<string?> space = new("--namespace") { HelpName = "name", Description = "The namespace of the C#." };
        Option<string?> className = new("--class")
        {
            HelpName = "name",
            Description = "The class of the functions. The default is the library's name.",
        };
        Option<string[]> only = new("--only")
        {
            HelpName = "names",
            Description = "Bind only these functions, variables and constants. * matches any letters.",
            DefaultValueFactory = static _ => [],
            AllowMultipleArgumentsPerToken = true,
        };
        Option<string> output = new("--output", "-o")
        {
            HelpName = "folder",
            Description = "The folder that has the recipe, and gets the other files.",
            DefaultValueFactory = static _ => ".",
        };
        Option<bool> check = new("--check") { Description = "Write nothing. The exit code is 1 if a file would change." };
        Option<string?> recipe = new("--recipe")
        {
            HelpName = "file",
            Description = "Run this recipe. Its paths are relative to its folder.",
        };
        Option<bool> build = new("--build")
        {
            Description = "The folder belongs to a build: write the recipe anew each time, and list the headers that were read.",
        };
        Option<string?> sources = new("--sources")
        {
            HelpName = "file",
            Description = "A file that lists C# sources, one a line. Functions that they declare by hand are left out.",
        };
        Command command = new("bind", "Write C# declarations for headers: a recipe that you edit, a digest, and the bindings.")
        {
            headers, library, space, className, only, output, check, recipe, build, sources,
        };
        ReadingOptions reading = new ReadingOptions().AddTo(command);
        command.SetAction(line =>
        {
            string folder = line.GetValue(output)!;
            string[] names = line.GetValue(headers)!;
            BindRun run = new(folder, line.GetValue(check), request => reading.RequestOf(line, request.Headers) with
            {
                IncludeFolders = request.IncludeFolders,
                Defines = request.Defines,
                Platforms = request.Platforms,
            }, console)
            {
                IsOfBuild = line.GetValue(build),
                SourceList = line.GetValue(sources),
            };
            if (line.GetValue(recipe) is { } chosen)
            {
                return run.Follow(chosen);
            }

            if (names.Length == 0)
            {
                return run.Again();
            }

            if (line.GetValue(library) is not { } libraryName || line.GetValue(space) is not { } spaceName)
            {
                return console.Fail(
                    [new Problem("Name the library that has the functions, and the namespace of the C#: --library NAME --namespace NAME.")],
                    json: false);
            }

            ReadRequest request = reading.RequestOf(line, names);
            return run.First(
                new Recipe
                {
                    Headers = names,
                    IncludeFolders = request.IncludeFolders,
                    Defines = request.Defines,
                    Platforms = request.Platforms,
                    Library = libraryName,
                    Namespace = spaceName,
                    ClassName = line.GetValue(className),
                    Only =
                    [
                        .. line.GetValue(only)!
                            .SelectMany(static text => text.Split(',', StringSplitOptions.RemoveEmptyEntries))
                            .Select(static text => new Ffi.Bindgen.Recipes.NamePattern(text)),
                    ],
                });
        });
        return command;
    }
}
