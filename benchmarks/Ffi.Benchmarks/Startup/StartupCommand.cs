using System.Diagnostics;
using System.Globalization;

namespace Ffi.Benchmarks.Startup;

/// <summary>Publishes the same program with Ffi, with LibraryImport and by hand, in each way there is to publish, starts it again and again, and compares.</summary>
internal static class StartupCommand
{
    private const int Starts = 21;

    // LibraryImport's own first call is out of reach of anything that is bound at run time, as the program by hand shows.
    private const double MostOfByHand = 1.1;

    // What the runtime binds is bound as LibraryImport's functions are.
    private const double MostOfLibraryImport = 1.1;

    private static readonly Mode[] s_modes =
    [
        new("JIT", "net10.0", "<SelfContained>false</SelfContained>"),
        new("ReadyToRun", "net10.0", "<SelfContained>false</SelfContained><RuntimeIdentifier>linux-x64</RuntimeIdentifier><PublishReadyToRun>true</PublishReadyToRun>"),
        new("NativeAOT", "net9.0", "<RuntimeIdentifier>linux-x64</RuntimeIdentifier><PublishAot>true</PublishAot><CppCompilerAndLinker>gcc</CppCompilerAndLinker>"),
    ];

    /// <summary>Runs, and prints a Markdown table. Takes some minutes.</summary>
    /// <returns>0, or 1 where a mode could not be published, or a program with Ffi takes longer than a tenth more than the same by hand, or with the runtime's
    /// binding than the same with LibraryImport.</returns>
    public static int Run()
    {
        string folder = Directory.CreateTempSubdirectory("ffi-startup-").FullName;
        try
        {
            Console.WriteLine("| published as | library | way | process start to end, ms | by hand = 1 | first call, µs | methods compiled for it | all functions called, µs | program, KB |");
            Console.WriteLine("| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
            bool isGood = true;
            foreach (Mode mode in s_modes)
            {
                isGood &= Compare(mode, folder, isSystem: false);
                isGood &= Compare(mode, folder, isSystem: true);
            }

            return isGood ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool Compare(Mode mode, string folder, bool isSystem)
    {
        (StartupWay Name, string? Folder)[] ways = [.. Enum.GetValues<StartupWay>().Select(way => (way, Publish(mode, folder, way, isSystem)))];
        if (ways.Any(static way => way.Folder is null))
        {
            Console.WriteLine($"| {mode.Name} | | | | | | | | could not be published here |");
            return false;
        }

        List<Start>[] starts = [.. ways.Select(static _ => new List<Start>())];
        for (int i = 0; i < Starts; i++)
        {
            for (int way = 0; way < ways.Length; way++)
            {
                starts[way].Add(StartOf(ways[way].Folder!));
            }
        }

        double[] ratios = [.. starts.Select(way => Median(way.Zip(starts[(int)StartupWay.RawPointer]), static pair => pair.First.Process / pair.Second.Process))];
        for (int way = 0; way < ways.Length; way++)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {mode.Name} | {(isSystem ? "of the system" : "beside the program")} | {ways[way].Name} | {Median(starts[way], static start => start.Process):0.0} | {ratios[way]:0.00} | {Median(starts[way], static start => start.First):0} | {Median(starts[way], static start => start.Compiled):0} "
                + $"| {Median(starts[way], static start => start.All):0} | {SizeOf(ways[way].Folder!) / 1024} |"));
        }

        double imported = Median(
            starts[(int)StartupWay.NativeImport].Zip(starts[(int)StartupWay.LibraryImport]), static pair => pair.First.Process / pair.Second.Process);
        double importedFirst = Median(
            starts[(int)StartupWay.NativeImport].Zip(starts[(int)StartupWay.LibraryImport]), static pair => pair.First.First / pair.Second.First);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {mode.Name} | NativeImport, LibraryImport = 1 | {imported:0.00} | | {importedFirst:0.00} | | |"));
        return ratios[(int)StartupWay.NativeFunction] <= MostOfByHand && imported <= MostOfLibraryImport;
    }

    private static string? Publish(Mode mode, string folder, StartupWay way, bool isSystem)
    {
        StartupProject project = new(Path.Combine(folder, $"{mode.Name}-{way}-{isSystem}"), mode.Framework, mode.Properties, way, isSystem);
        project.Write(Repository.Folder);
        string output = Path.Combine(project.Folder, "out");
        using Process dotnet = Process.Start(new ProcessStartInfo(
            "dotnet", $"publish \"{project.Folder}/Start.csproj\" -c Release -o \"{output}\" -v q --nologo")
        {
            RedirectStandardOutput = true,
        })!;
        string messages = dotnet.StandardOutput.ReadToEnd();
        dotnet.WaitForExit();
        if (dotnet.ExitCode != 0)
        {
            Console.Error.WriteLine(messages);
            return null;
        }

        File.Copy(Path.Combine(AppContext.BaseDirectory, "libbenchmarktest.so"), Path.Combine(output, "libbenchmarktest.so"));
        return output;
    }

    private static Start StartOf(string folder)
    {
        long begin = Stopwatch.GetTimestamp();
        using Process process = Process.Start(new ProcessStartInfo(Path.Combine(folder, "Start")) { RedirectStandardOutput = true })!;
        double[] said = [.. process.StandardOutput.ReadToEnd().Split(' ').Select(static word => double.Parse(word, CultureInfo.InvariantCulture))];
        process.WaitForExit();
        return new Start(Stopwatch.GetElapsedTime(begin).TotalMilliseconds, said[0] / said[2] * 1e6, said[1] / said[2] * 1e6, said[3]);
    }

    // The program alone: no runtime, no debug information, and not the C library.
    private static long SizeOf(string folder) => new DirectoryInfo(folder).EnumerateFiles()
        .Where(static file => file.Extension is not (".pdb" or ".dbg" or ".so" or ".xml"))
        .Sum(static file => file.Length);

    private static double Median<T>(IEnumerable<T> starts, Func<T, double> what) => starts.Select(what).Order().ElementAt(Starts / 2);

    private sealed record Mode(string Name, string Framework, string Properties);

    private readonly record struct Start(double Process, double First, double All, double Compiled);
}
