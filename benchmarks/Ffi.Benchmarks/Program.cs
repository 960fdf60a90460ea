using BenchmarkDotNet.Running;
using Ffi.Benchmarks;
using Ffi.Benchmarks.Report;
using Ffi.Benchmarks.Startup;

// `report` judges everything in minutes, `ratios [pattern]` prints what a pattern names in seconds, `startup` publishes programs and starts
// them; the rest is BenchmarkDotNet's, such as `--filter *CallingMethods*`.
switch (args)
{
    case ["report"]:
        return ReportCommand.Run();
    case ["ratios", .. string[] patterns]:
        RatiosCommand.Run(patterns is [string pattern] ? pattern : ".*");
        return 0;
    case ["startup"]:
        return StartupCommand.Run();
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Catalogue).Assembly).Run(args);
        return 0;
}
