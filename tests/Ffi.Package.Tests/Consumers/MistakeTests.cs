using System.Text.RegularExpressions;
using Ffi.Package.Tests.Testing;
using Ffi.Tests.Testing;

namespace Ffi.Package.Tests.Consumers;

/// <summary>The bad example of each page about declarations, built by the SDK: the build says the page's id, and the compiler no more than
/// it must.</summary>
public sealed partial class MistakeTests : IDisposable
{
    private const string Usings = """
        global using System.Runtime.CompilerServices;
        global using System.Runtime.InteropServices;
        global using System.Runtime.InteropServices.Marshalling;
        global using Ffi;
        """;

    // The compiler refuses these whatever is beside them, and looks at nothing else then.
    private static readonly Dictionary<string, (string[] Ids, string Properties)> s_alone = new()
    {
        ["FFI0001"] = (["CS0260", "FFI0001"], ""),
        ["FFI0003"] = (["CS8795", "FFI0003"], ""),
        ["FFI0006"] = (["FFI0006"], "<AllowUnsafeBlocks>false</AllowUnsafeBlocks>"),
        ["FFI0009"] = (["CS0501", "FFI0009"], ""),
        ["FFI0037"] = (["CS8795", "FFI0037"], "<ImplicitUsings>disable</ImplicitUsings>"),
    };

    private static readonly Dictionary<string, string> s_examples = Directory
        .GetFiles(Repository.PathOf("docs/diagnostics"), "FFI00*.md")
        .Select(static file =>
            (Id: Path.GetFileNameWithoutExtension(file), Bad: BadExample().Match(File.ReadAllText(file).ReplaceLineEndings("\n"))))
        .Where(static page => page.Bad.Success)
        .ToDictionary(static page => page.Id, static page => page.Bad.Groups["text"].Value);

    private readonly Consumer _consumer = new();

    public static TheoryData<string> Alone => [.. s_alone.Keys];

    public void Dispose() => _consumer.Dispose();

    // The second time without analyzers, as many do for speed: the generator tells the same, but for what it has nothing to write for.
    [Theory]
    [InlineData("", "")]
    [InlineData("<RunAnalyzers>false</RunAnalyzers>", "FFI0017 FFI0043 FFI0046")]
    public async Task EachMistake_IsToldOnceWithoutTheCompilersWords(string properties, string silent)
    {
        _consumer.WriteProject("mistakes.csproj", "<OutputType>Library</OutputType>" + properties).Write("Usings.cs", Usings);
        string[] together = [.. s_examples.Keys.Except(s_alone.Keys)];
        foreach (string id in together)
        {
            _consumer.Write(id + ".cs", $"namespace {id}\n{{\n{s_examples[id]}\n}}");
        }

        ILookup<string, string> told = Told(await _consumer.Dotnet("build", "-v", "q", "--nologo"));

        Assert.True(together.Length > 25);
        Assert.All(together, id => Assert.Equal(
            silent.Contains(id, StringComparison.Ordinal) ? [] : [id, .. Enumerable.Repeat("FFI0019", id == "FFI0011" ? 1 : 0)],
            told[id + ".cs"].Order()));
        Assert.Empty(told.Select(static file => file.Key).Except(together.Select(static id => id + ".cs")));
    }

    [Theory, MemberData(nameof(Alone))]
    public async Task MistakesThatTheCompilerRefuses_AreToldBesideItsOwnWords(string id)
    {
        _consumer
            .WriteProject("mistake.csproj", "<OutputType>Library</OutputType>" + s_alone[id].Properties)
            .Write(id + ".cs", s_examples[id]);
        if (id != "FFI0037")
        {
            _consumer.Write("Usings.cs", Usings);
        }

        ILookup<string, string> told = Told(await _consumer.Dotnet("build", "-v", "q", "--nologo"));

        Assert.Equal(s_alone[id].Ids, told[id + ".cs"].Order());
        // A type that hides System is also in the way of the files that the SDK writes, and of no others.
        Assert.All(
            told.Select(static file => file.Key).Where(file => file != id + ".cs"),
            file => Assert.True(id == "FFI0037" && IsWrittenBySdk(file), file));
    }

    private static bool IsWrittenBySdk(string file) =>
        file.EndsWith(".AssemblyInfo.cs", StringComparison.Ordinal) || file.EndsWith(".AssemblyAttributes.cs", StringComparison.Ordinal);

    // MSBuild prints each line twice: where it comes up, and at the end.
    private static ILookup<string, string> Told(CommandResult build)
    {
        Assert.NotEqual(0, build.ExitCode);
        return Line()
            .Matches(build.Output + build.Error)
            .Select(static line =>
                (Place: line.Groups["place"].Value, File: Path.GetFileName(line.Groups["file"].Value), Id: line.Groups["id"].Value))
            .Where(static line => line.Id.StartsWith("FFI", StringComparison.Ordinal) || line.Id.StartsWith("CS", StringComparison.Ordinal))
            .Distinct()
            .Where(static line => line.Id != "CS0626")
            .ToLookup(static line => line.File, static line => line.Id);
    }

    [GeneratedRegex(@"^## Bad\n.*?```csharp[^\n]*\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex BadExample();

    [GeneratedRegex(@"^\s*(?<place>(?<file>[^\n(]+)\(\d+,\d+\)): (?:error|warning) (?<id>\w+):", RegexOptions.Multiline)]
    private static partial Regex Line();
}
