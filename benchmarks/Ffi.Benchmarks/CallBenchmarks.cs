using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;

namespace Ffi.Benchmarks;

/// <summary>A call of two arguments in a loop, every way there is.</summary>
[MemoryDiagnoser]
public unsafe class CallBenchmarks
{
    private const int Calls = 10_000;

    private readonly NativeModule _module = NativeModule.Load("benchmarktest");
    private readonly delegate* unmanaged<long, long, long> _pointer;
    private readonly InstanceSums _instance;
    private readonly Func<long, long, long> _function;
    private readonly Func<long, long, long> _dynamicFunction;
    private readonly Sum2 _marshalled;

    public CallBenchmarks()
    {
        nint address = _module.GetSymbol("sum_int64_2");
        _pointer = (delegate* unmanaged<long, long, long>)address;
        _instance = new InstanceSums(_module);
        _function = _module.GetFunction<Func<long, long, long>>("sum_int64_2");
        _dynamicFunction = (Func<long, long, long>)NativeDelegate.FromPointer(address, typeof(Func<long, long, long>));
        _marshalled = Marshal.GetDelegateForFunctionPointer<Sum2>(address);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public long RawPointer()
    {
        delegate* unmanaged<long, long, long> pointer = _pointer;
        long sum = 0;
        for (int i = 0; i < Calls; i++)
        {
            sum += pointer(i, 2);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public long DllImport()
    {
        long sum = 0;
        for (int i = 0; i < Calls; i++)
        {
            sum += ClassicSums.DllImport2(i, 2);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public long LibraryImport()
    {
        long sum = 0;
        for (int i = 0; i < Calls; i++)
        {
            sum += ClassicSums.LibraryImport2(i, 2);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public long NativeFunction()
    {
        long sum = 0;
        for (int i = 0; i < Calls; i++)
        {
            sum += Sums.Of2(i, 2);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public long NativeFunctionOfAnInstance()
    {
        long sum = 0;
        for (int i = 0; i < Calls; i++)
        {
            sum += _instance.Of2(i, 2);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public long GetFunction()
    {
        long sum = 0;
        for (int i = 0; i < Calls; i++)
        {
            sum += _function(i, 2);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public long DynamicFunction()
    {
        long sum = 0;
        for (int i = 0; i < Calls; i++)
        {
            sum += _dynamicFunction(i, 2);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public long MarshalDelegate()
    {
        long sum = 0;
        for (int i = 0; i < Calls; i++)
        {
            sum += _marshalled(i, 2);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public long NativeCallInvoke()
    {
        long sum = 0;
        for (int i = 0; i < Calls; i++)
        {
            sum += NativeCall.Invoke((nint)_pointer, NativeType.Int64, [i, 2L]).AsInt64();
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public long DynamicInvoke()
    {
        long sum = 0;
        for (int i = 0; i < Calls; i++)
        {
            sum += (long)_marshalled.DynamicInvoke((long)i, 2L)!;
        }

        return sum;
    }
}
