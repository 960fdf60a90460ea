using BenchmarkDotNet.Attributes;
using Ffi.Benchmarks.Measuring;

namespace Ffi.Benchmarks.Suites;

/// <summary>The comparisons of one group as a BenchmarkDotNet suite: a row for each way of each,
/// <c>CallingMethods.Run(NativeFunction/5args)</c>.</summary>
[MemoryDiagnoser]
public abstract class Suite
{
    private Func<int, long> _loop = static _ => 0;

    /// <summary>What runs: a way and a comparison.</summary>
    [ParamsSource(nameof(Names))]
    public string Way { get; set; } = "";

    /// <summary>Everything that the group has.</summary>
    public IEnumerable<string> Names => Loops.Select(static one => one.Name);

    /// <summary>Finds the loop.</summary>
    [GlobalSetup]
    public void Find() => _loop = Loops.Single(one => one.Name == Way).Loop;

    /// <summary>The loop.</summary>
    [Benchmark(OperationsPerInvoke = Measuring.Loops.Count)]
    public long Run() => _loop(Measuring.Loops.Count);

    private IEnumerable<(string Name, Func<int, long> Loop)> Loops => Catalogue.All
        .Where(comparison => comparison.Group == GetType().Name)
        .SelectMany(static comparison => comparison.Ways.Select(way => ($"{way.Name}/{comparison.Name}", way.Loop)));
}

/// <summary>Every way of calling, in a loop.</summary>
public class CallingMethods : Suite;

/// <summary>Every way of calling, each call in a method that is not inlined.</summary>
public class CallingMethodsAlone : Suite;

/// <summary>Calls with a signature that is data.</summary>
public class RunTimeSignatures : Suite;

/// <summary>Calls without a GC transition.</summary>
public class SuppressGCTransition : Suite;

/// <summary>Text on its way into C.</summary>
public class Text : Suite;

/// <summary>Spans and arrays on their way into C.</summary>
public class Spans : Suite;

/// <summary>Handles on their way into C.</summary>
public class Handles : Suite;

/// <summary>The error number of a call.</summary>
public class Errors : Suite;

/// <summary>C calls C#.</summary>
public class Callbacks : Suite;

/// <summary>Memory that stays where it is.</summary>
public class Pins : Suite;

/// <summary>Symbols looked up.</summary>
public class Binding : Suite;

/// <summary>Records handed from a native thread to C#.</summary>
public class Channel : Suite;

/// <summary>The generators themselves; a row's operation is one function of the program that they compile.</summary>
public class Generators : Suite;
