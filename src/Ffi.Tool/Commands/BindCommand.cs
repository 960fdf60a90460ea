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
        Argument<string[]> headers = new("header") { Arity = ArgumentArity.ZeroOrMore, Description = "Headers: paths, or names as in C's #include <…>. Without any, the recipes in the folder are carried out again." };
        Option<string?> library = new("--library") { HelpName = "name", Description = "The library that exports the functions, as DllImport names it. The files are named after it." };
        Option<string?> space = new("--namespace") { HelpName = "name", Description = "The namespace of the C#." };
        Option<string?> className = new("--class") { HelpName = "name", Description = "The class of the functions. Without it, the library's name." };
        Option<string[]> only = new("--only") { HelpName = "names", Description = "Bind these functions and constants alone. A star stands for any letters.", DefaultValueFactory = static _ => [], AllowMultipleArgumentsPerToken = true };
        Option<string> output = new("--output", "-o") { HelpName = "folder", Description = "Where the recipe is, and the rest is written.", DefaultValueFactory = static _ => "." };
        Option<bool> check = new("--check") { Description = "Write nothing, and fail if anything would be written." };
        Option<string?> recipe = new("--recipe") { HelpName = "file", Description = "A recipe that stands elsewhere. Its paths go from there." };
        Option<bool> build = new("--build") { Description = "The folder belongs to a build: the recipe is written anew each time, and a list of the headers that were read." };
        Option<string?> sources = new("--sources") { HelpName = "file", Description = "A file that lists C# sources, one a line. Functions that they declare by hand are left out." };
        Command command = new("bind", "Write C# of headers: a recipe that you edit, the digest, and the bindings.") { headers, library, space, className, only, output, check, recipe, build, sources };
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
                return console.Fail([new Problem("Name the library that has the functions, and the namespace of the C#: --library NAME --namespace NAME.")], json: false);
            }

            ReadRequest request = reading.RequestOf(line, names);
            return run.First(new Recipe
            {
                Headers = names,
                IncludeFolders = request.IncludeFolders,
                Defines = request.Defines,
                Platforms = request.Platforms,
                Library = libraryName,
                Namespace = spaceName,
                ClassName = line.GetValue(className),
                Only = [.. line.GetValue(only)!.SelectMany(static text => text.Split(',', StringSplitOptions.RemoveEmptyEntries)).Select(static text => new Ffi.Bindgen.Recipes.NamePattern(text))],
            });
        });
        return command;
    }
}
