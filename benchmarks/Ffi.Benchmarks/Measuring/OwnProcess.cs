using System.Diagnostics;
using System.Text.Json;

namespace Ffi.Benchmarks.Measuring;

/// <summary>Measures a comparison in a process that does nothing else. Where code and data are in memory differs from process to process,
/// and a loop of a few instructions can be a fifth slower for that alone.</summary>
internal static class OwnProcess
{
    /// <summary>The command that makes a process such a one.</summary>
    public const string Command = "measure";

    /// <summary>Starts a process and gives what it measured.</summary>
    /// <param name="comparison">What it measures.</param>
    /// <param name="environment">Variables that it is started with.</param>
    public static Measurement Measure(Comparison comparison, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new("dotnet", [typeof(OwnProcess).Assembly.Location, Command, comparison.FullName])
        {
            RedirectStandardOutput = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Samples samples = process.ExitCode == 0
            ? JsonSerializer.Deserialize<Samples>(text)!
            : throw new InvalidOperationException($"{comparison.FullName} ended with {process.ExitCode} in a process of its own.");
        return new Measurement(comparison, samples.Nanoseconds, samples.Bytes);
    }

    /// <summary>What such a process does: measures what is named, and prints it.</summary>
    public static void Run(string fullName)
    {
        Measurement measured = Rounds.Measure(Catalogue.All.Single(comparison => comparison.FullName == fullName));
        Console.WriteLine(JsonSerializer.Serialize(new Samples(measured.Nanoseconds, measured.Bytes)));
    }

    private sealed record Samples(double[][] Nanoseconds, double[] Bytes);
}
