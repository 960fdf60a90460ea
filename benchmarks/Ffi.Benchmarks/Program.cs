using BenchmarkDotNet.Running;
using Ffi.Benchmarks;
using Ffi.Benchmarks.Measuring;
using Ffi.Benchmarks.Report;
using Ffi.Benchmarks.Startup;

// `report` judges everything in minutes, `ratios [pattern]` prints what a pattern names in seconds, `startup` publishes programs and starts
// them, `analyzers [lines]` prints what the analyzers add to a compilation; the rest is BenchmarkDotNet's, such as `--filter
// *CallingMethods*`.
switch (args)
{
    case ["report"]:
        return ReportCommand.Run();
    case ["ratios", .. string[] patterns]:
        RatiosCommand.Run(patterns is [string pattern] ? pattern : ".*");
        return 0;
    case [OwnProcess.Command, string name]:
        OwnProcess.Run(name);
        return 0;
    case ["startup"]:
        return StartupCommand.Run();
    case ["analyzers", .. string[] lines]:
        AnalyzersCommand.Run(lines);
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Catalogue).Assembly).Run(args);
        return 0;
}
