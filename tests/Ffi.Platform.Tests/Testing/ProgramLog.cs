using Ffi.Tests.Testing;

namespace Ffi.Platform.Tests.Testing;

/// <summary>What a program of tests has printed.</summary>
internal static class ProgramLog
{
    private const string Trace = "starting ";

    /// <summary>All of it but the names of tests that were started, of which the last stays: where the program didn't end by itself, that
    /// test is why.</summary>
    public static string Of(CommandResult result)
    {
        string[] lines = result.Output.TrimEnd('\n').Split('\n');
        return string.Join(
            '\n',
            [.. lines[..^1].Where(static line => !line.StartsWith(Trace, StringComparison.Ordinal)), lines[^1], result.Error]);
    }
}
