using BenchmarkDotNet.Running;
using Ffi.Benchmarks;
using Ffi.Benchmarks.Report;

// `report` judges everything in minutes, `ratios [pattern]` prints what a pattern names in seconds; the rest is BenchmarkDotNet's, such as
// `--filter *CallingMethods*`.
switch (args)
{
    case ["report"]:
        return ReportCommand.Run();
    case ["ratios", .. string[] patterns]:
        RatiosCommand.Run(patterns is [string pattern] ? pattern : ".*");
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Catalogue).Assembly).Run(args);
        return 0;
}
