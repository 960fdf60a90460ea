using System.Diagnostics;
using Ffi.Tests.Testing;

namespace Ffi.Generators.Tests.Documentation;

/// <summary>Checks a block of C with the machine's compiler, syntax and types only.</summary>
internal static class CBlock
{
    /// <summary>The first of <c>$CC</c>, <c>cc</c>, <c>gcc</c> and <c>clang</c> that runs, as for the fixtures.</summary>
    public static string? Compiler { get; } = new[] { Environment.GetEnvironmentVariable("CC"), "cc", "gcc", "clang" }.FirstOrDefault(Runs);

    /// <summary>What the compiler says of the block; nothing, if it is right.</summary>
    public static string Diagnose(CodeBlock block)
    {
        (string text, string? beside) = block.Whole;
        return Run(
            Compiler!, beside + text,
            "-std=gnu11", "-fsyntax-only", "-Wall", "-Wextra", "-Wno-unused", "-I", Repository.PathOf("native/include"), "-x", "c", "-");
    }

    private static bool Runs(string? compiler)
    {
        try
        {
            return !string.IsNullOrEmpty(compiler) && Run(compiler, "", "--version").Length >= 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static string Run(string compiler, string input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(compiler, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 && errors.Length == 0 ? "" : errors + output.Result;
    }
}
