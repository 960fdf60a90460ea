using BenchmarkDotNet.Running;
using Ffi.Benchmarks;

// `ratios` answers in seconds; everything else is BenchmarkDotNet's, such as `--filter *`.
if (args is ["ratios", ..])
{
    return CallRatios.Print();
}

BenchmarkSwitcher.FromAssembly(typeof(CallBenchmarks).Assembly).Run(args);
return 0;
