using System.Diagnostics;
using System.Globalization;
using Ffi.Generators.Tests.Liveness;

namespace Ffi.Generators.Tests.Documentation;

/// <summary>What is generated is the same wherever the compiler runs.</summary>
public class CultureTests
{
    /// <summary>Turkish has an i of its own; Swedish has a minus sign of its own. Tests run without cultures, so a process of its own has
    /// them.</summary>
    [IcuTheory, InlineData("tr_TR", "tr-TR: ı -1"), InlineData("sv_SE", "sv-SE: i −1")]
    public async Task GeneratedText_IsTheSameInEveryCulture(string language, string differences)
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [typeof(CultureTests).Assembly.Location])
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "0";
        start.Environment["LC_ALL"] = language + ".UTF-8";
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        string[] parts = output.Split('\n', 2);
        Assert.Equal(differences, parts[0]);
        Assert.Equal(TextOfAllExamples(), parts[1]);
    }

    /// <summary>The child process: tells which culture it runs in, and what is generated there. With <c>walk FILE [METHOD]</c>, what the
    /// liveness rules see in a file.</summary>
    public static void Main(string[] arguments)
    {
        if (arguments is ["walk", var file, .. var methods])
        {
            Console.Write(WalkPrinter.Print(File.ReadAllText(file), methods.FirstOrDefault()));
            return;
        }

        Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Console.Write($"{CultureInfo.CurrentCulture.Name}: {"I".ToLower(CultureInfo.CurrentCulture)} {-1}\n{TextOfAllExamples()}");
    }

    private static string TextOfAllExamples() => string.Join('\n', MarkdownFile.All
        .SelectMany(file => file.Blocks)
        .Where(block => block.Language == "csharp" && block.Text.Contains("Native"))
        .SelectMany(block => CSharpBlock.Generate(block).SyntaxTrees)
        .Where(tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)));
}
