using System.Runtime.InteropServices;
using Ffi.Benchmarks.Calls;
using Ffi.Benchmarks.Measuring;
using Ffi.CompilerServices;

namespace Ffi.Benchmarks.Binding;

/// <summary>Symbols looked up, all at once.</summary>
internal static class BindingComparisons
{
    private const int Symbols = 1_000;

    // What the fixture has, as often as it takes.
    private static readonly string[] s_names =
    [
        .. Enumerable.Range(0, Symbols).Select(static i => NamesOfFixture()[i % NamesOfFixture().Length]),
    ];

    /// <summary>The comparisons.</summary>
    public static IEnumerable<Comparison> All { get; } =
    [
        new("Binding", "1000symbols", new Way("GetExport", GetExports), new Way("Eager", BindEagerly)) { Operations = Symbols },
    ];

    private static string[] NamesOfFixture() =>
    [
        .. from name in (string[])["int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float", "double"]
           from arity in (int[])[1, 2, 3, 5, 10, 14, 15, 20, 32]
           from what in (string[])["sum", "weigh"]
           select $"{what}_{name}_{arity}",
    ];

    private static long GetExports(int count)
    {
        nint library = NativeLibrary.Load(CallComparisons.Module.Path);
        long sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += NativeLibrary.GetExport(library, s_names[i]);
        }

        NativeLibrary.Free(library);
        return sum;
    }

    private static long BindEagerly(int count) => new Table(count).Sum();

    /// <summary>What the generator writes for a library whose functions are bound eagerly, with an array in place of fields.</summary>
    private sealed class Table : SymbolTable
    {
        private readonly nint[] _symbols;

        public Table(int count)
            : base(CallComparisons.Module)
        {
            _symbols = new nint[count];
            EagerBinding all = BindAll();
            for (int i = 0; i < count; i++)
            {
                all.Bind(ref _symbols[i], s_names[i]);
            }

            all.Complete();
        }

        public long Sum() => _symbols.Sum(static symbol => (long)symbol);

        protected override void Retire() => Array.Clear(_symbols);
    }
}
