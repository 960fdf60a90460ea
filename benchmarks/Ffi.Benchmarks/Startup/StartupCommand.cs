using System.Diagnostics;
using System.Globalization;
using Ffi.Benchmarks.Measuring;
using Ffi.Benchmarks.Report;

namespace Ffi.Benchmarks.Startup;

/// <summary>Publishes the same program with Ffi, with LibraryImport and by hand, in each way there is to publish, starts it again and
/// again, and compares.</summary>
internal static class StartupCommand
{
    private const int Starts = 21;

    // Targets that are times are written as ratios to a way that takes a millisecond.
    private const string Millisecond = "1 ms";

    private static readonly Mode[] s_modes =
    [
        new("JIT", "net10.0", "<SelfContained>false</SelfContained>"),
        new("JIT, portable assembly", "net10.0", "<SelfContained>false</SelfContained>") { IsFromPackage = false },
        new(
            "ReadyToRun",
            "net10.0",
            "<SelfContained>false</SelfContained><RuntimeIdentifier>linux-x64</RuntimeIdentifier><PublishReadyToRun>true</PublishReadyToRun>"
        ),
        new(
            "NativeAOT",
            "net9.0",
            "<RuntimeIdentifier>linux-x64</RuntimeIdentifier><PublishAot>true</PublishAot><CppCompilerAndLinker>gcc</CppCompilerAndLinker>"
        ),
    ];

    /// <summary>Runs, and prints two Markdown tables: the times, and what the targets say of them. Takes some minutes.</summary>
    /// <returns>0, or 1 where a mode could not be published, or a target is missed.</returns>
    public static int Run()
    {
        string folder = Directory.CreateTempSubdirectory("ffi-startup-").FullName;
        try
        {
            if (StartupPackage.Pack(folder) is not { } package)
            {
                Console.WriteLine("Ffi could not be packed here.");
                return 1;
            }

            Console.WriteLine(
                "| published as | library | way | process start to end, ms | by hand = 1 | first call, µs | methods compiled for it | all functions called, µs | program, KB |"
            );
            Console.WriteLine("| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
            List<Measurement> measured = [];
            bool isPublished = true;
            foreach (Mode mode in s_modes)
            {
                foreach (bool isSystem in (bool[])[false, true])
                {
                    Measurement[] both = Compare(mode, package, isSystem);
                    measured.AddRange(both);
                    isPublished &= both.Length > 0;
                }
            }

            Verdict[] verdicts =
            [
                .. from target in Target.All from measurement in measured
                   where target.IsAbout(measurement.Comparison)
                   select Verdict.Of(target, measurement),
            ];
            Console.WriteLine();
            Console.WriteLine(ReportTable.Markdown(verdicts));
            return isPublished && verdicts.All(static verdict => verdict.IsGood) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The whole programs, and their first calls; nothing where one could not be published.
    private static Measurement[] Compare(Mode mode, StartupPackage package, bool isSystem)
    {
        string library = isSystem ? "of the system" : "beside the program";
        StartupWay[] ways = Enum.GetValues<StartupWay>();
        string?[] programs = [.. ways.Select(way => Publish(mode, package, way, isSystem))];
        if (programs.Contains(null))
        {
            Console.WriteLine($"| {mode.Name} | {library} | could not be published here | | | | | | |");
            return [];
        }

        Start[][] starts = [.. ways.Select(static _ => new Start[Starts])];
        for (int i = 0; i < Starts; i++)
        {
            for (int way = 0; way < ways.Length; way++)
            {
                starts[way][i] = StartOf(programs[way]!);
            }
        }

        Measurement whole = Measure("Startup", $"{mode.Name}, {library}", ways, starts, static start => start.Process);
        Measurement first = Measure("FirstCall", $"{mode.Name}, {library}", ways, starts, static start => start.First / 1000);
        for (int way = 0; way < ways.Length; way++)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {mode.Name} | {library} | {ways[way]} | {Median(starts[way], static start => start.Process):0.0} "
                + $"| {whole.RatioOf($"{ways[way]}", [nameof(StartupWay.RawPointer)]).Median:0.00} "
                + $"| {Median(starts[way], static start => start.First):0} | {Median(starts[way], static start => start.Compiled):0} "
                + $"| {Median(starts[way], static start => start.All):0} | {SizeOf(programs[way]!) / 1024} |"));
        }

        return [whole, first];
    }

    private static Measurement Measure(
        string group, string name, StartupWay[] ways, Start[][] starts, Func<Start, double> milliseconds) => new(
        new Comparison(group, name, [.. ways.Select(static way => new Way($"{way}", static _ => 0)), new Way(Millisecond, static _ => 0)]),
        [.. starts.Select(way => way.Select(start => milliseconds(start) * 1e6).ToArray()), [.. Enumerable.Repeat(1e6, Starts)]],
        new double[ways.Length + 1]);

    private static string? Publish(Mode mode, StartupPackage package, StartupWay way, bool isSystem)
    {
        StartupProject project = new(
            Path.Combine(package.Folder, $"{mode.Name}-{way}-{isSystem}".Replace(", ", "-", StringComparison.Ordinal).Replace(' ', '-')),
            mode.Framework, mode.Properties, way, isSystem, mode.IsFromPackage ? package.Version : null);
        project.Write(Repository.Folder);
        string output = Path.Combine(project.Folder, "out");
        if (!StartupPackage.Dotnet(
            ["publish", Path.Combine(project.Folder, "Start.csproj"), "-c", "Release", "-o", output, "-v", "q", "--nologo"],
            mode.IsFromPackage ? package.Environment : null))
        {
            return null;
        }

        File.Copy(Path.Combine(AppContext.BaseDirectory, "libbenchmarktest.so"), Path.Combine(output, "libbenchmarktest.so"));
        return output;
    }

    private static Start StartOf(string folder)
    {
        long begin = Stopwatch.GetTimestamp();
        using Process process = Process.Start(new ProcessStartInfo(Path.Combine(folder, "Start")) { RedirectStandardOutput = true })!;
        double[] said =
        [
            .. process.StandardOutput.ReadToEnd().Split(' ').Select(static word => double.Parse(word, CultureInfo.InvariantCulture)),
        ];
        process.WaitForExit();
        return new Start(Stopwatch.GetElapsedTime(begin).TotalMilliseconds, said[0] / said[2] * 1e6, said[1] / said[2] * 1e6, said[3]);
    }

    // The program alone: no runtime, no debug information, not the C library, and of the images for other platforms none.
    private static long SizeOf(string folder) => new DirectoryInfo(folder).EnumerateFiles()
        .Where(static file => file.Extension is not (".pdb" or ".dbg" or ".so" or ".xml"))
        .Sum(static file => file.Length);

    private static double Median(Start[] starts, Func<Start, double> what) => starts.Select(what).Order().ElementAt(Starts / 2);

    private sealed record Mode(string Name, string Framework, string Properties)
    {
        /// <summary>Whether the program has Ffi from its package, as users' programs have.</summary>
        public bool IsFromPackage { get; init; } = true;
    }

    private readonly record struct Start(double Process, double First, double All, double Compiled);
}
