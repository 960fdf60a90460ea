using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Ffi.Benchmarks.Report;

/// <summary>Where and when a run was made.</summary>
internal static class MachineFacts
{
    /// <summary>One sentence.</summary>
    public static string Sentence() =>
        $"Measured on {DateTime.UtcNow:yyyy-MM-dd} at commit `{Commit()}` by `dotnet run -c Release --project benchmarks/Ffi.Benchmarks -- report`: "
        + $"{Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.FrameworkDescription}.";

    private static string Processor()
    {
        const string Line = "model name";
        string facts = OperatingSystem.IsLinux()
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(static line => line.StartsWith(Line, StringComparison.Ordinal)) ?? ""
            : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? "";
        string name = facts[(facts.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        return $"{(name.Length > 0 ? name : "processor unknown")} ({RuntimeInformation.ProcessArchitecture})";
    }

    private static string Commit()
    {
        using Process? git = Process.Start(new ProcessStartInfo("git", "describe --always --dirty") { RedirectStandardOutput = true });
        return git?.StandardOutput.ReadToEnd().Trim() is { Length: > 0 } commit ? commit : "unknown";
    }
}
