using System.Runtime.InteropServices;
using Ffi.Benchmarks.Calls.Signatures;
using Ffi.Benchmarks.Measuring;

namespace Ffi.Benchmarks.Calls;

/// <summary>Calls whose signature is only known at run time, beside libffi's, which a loop of C's makes with a signature that it has
/// prepared.</summary>
/// <remarks>Every way has its arguments ready and changes the first, as an interpreter does that has its values in memory.</remarks>
internal static unsafe class RunTimeComparisons
{
    private static readonly NativeType s_vector = NativeType.Struct(NativeType.Double, NativeType.Double);

    /// <summary>Why a peer is left out; null where none is.</summary>
    public static string? Note => Peer.Prepare("l\0"u8, (byte)'l') == 0
        ? "libffi was not measured: it is not installed (on Debian: libffi-dev)."
        : null;

    /// <summary>The comparisons.</summary>
    public static IEnumerable<Comparison> All =>
    [
        Of("2 integers", "sum_int64_2", "ll", 'l'),
        Of("5 integers", "sum_int64_5", "lllll", 'l'),
        Of("10 integers", "sum_int64_10", new string('l', 10), 'l'),
        Of("15 integers", "sum_int64_15", new string('l', 15), 'l'),
        Of("32 integers", "sum_int64_32", new string('l', 32), 'l'),
        Of("5 doubles", "sum_double_5", "ddddd", 'd'),
        Of("15 doubles", "sum_double_15", new string('d', 15), 'd'),
        Of("5 mixed", "sum_mixed_5", "ldldl", 'd'),
        Of("15 mixed", "sum_mixed_15", "ldldldldldldldl", 'd'),
        Of("32 mixed", "sum_mixed_32", string.Concat(Enumerable.Repeat("ld", 16)), 'd'),
        Of("a struct", "weigh_vector", "dvd", 'd'),
    ];

    private static Comparison Of(string name, string symbol, string types, char result)
    {
        nint function = CallComparisons.Module.GetSymbol(symbol);
        NativeType returns = TypeOf(result);
        NativeType[] parameters = [.. types.Select(TypeOf)];
        var prepared = new Prepared(function, new NativeSignature(returns, parameters), Values(types), isInteger: types[0] == 'l');
        nint peer = Peer.Prepare([.. types.Select(static type => (byte)type), 0], (byte)result);
        Way[] ways =
        [
            new("NativeSignature", prepared.CallFromMemory),
            new("NativeSignature, values", prepared.CallWithValues),
            new("NativeCall", prepared.CallUnprepared),
        ];
        if (peer != 0)
        {
            ways = [new("libffi", count => Peer.Loop(peer, function, count)), .. ways];
        }

        Check(name, ways);
        return new Comparison("RunTimeSignatures", name, ways);
    }

    // Ways that don't do the same can't be compared.
    private static void Check(string name, Way[] ways)
    {
        long[] sums = [.. ways.Select(static way => way.Loop(3)).Distinct()];
        if (sums.Length != 1)
        {
            throw new InvalidOperationException(
                $"{name}: the ways give {string.Join(", ", ways.Select(way => $"{way.Name} {way.Loop(3)}"))}.");
        }
    }

    private static NativeType TypeOf(char type) => type switch
    {
        'l' => NativeType.Int64,
        'd' => NativeType.Double,
        _ => s_vector,
    };

    private static NativeValue[] Values(string types)
    {
        int next = 1;
        return [.. types.Select(type => type switch
        {
            'l' => (NativeValue)(long)next++,
            'd' => (double)next++,
            _ => NativeValue.FromStruct(new Vector(next++, next++), s_vector),
        })];
    }

    /// <summary>A call with its arguments, in both forms: values, and bytes in memory that stays where it is.</summary>
    private sealed class Prepared
    {
        private readonly nint _function;
        private readonly NativeSignature _signature;
        private readonly NativeValue[] _values;
        private readonly nint[] _addresses;
        private readonly ulong* _memory;
        private readonly bool _isInteger;

        public Prepared(nint function, NativeSignature signature, NativeValue[] values, bool isInteger)
        {
            (_function, _signature, _values, _isInteger) = (function, signature, values, isInteger);
            _memory = (ulong*)NativeMemory.AllocZeroed((nuint)(values.Length * 2), sizeof(ulong));
            _addresses = [.. values.Select((_, i) => (nint)(_memory + (i * 2)))];
            for (int i = 0; i < values.Length; i++)
            {
                if (values[i].Type.IsStruct)
                {
                    *(Vector*)_addresses[i] = values[i].AsStruct<Vector>();
                }
                else
                {
                    *(ulong*)_addresses[i] =
                        values[i].Type == NativeType.Int64
                            ? (ulong)values[i].AsInt64()
                            : BitConverter.DoubleToUInt64Bits(values[i].AsDouble());
                }
            }
        }

        public long CallFromMemory(int count)
        {
            long integers = 0;
            double numbers = 0;
            bool isInteger = _signature.Returns == NativeType.Int64;
            for (int i = 0; i < count; i++)
            {
                *_memory = _isInteger ? (ulong)i : BitConverter.DoubleToUInt64Bits(i);
                ulong result;
                _signature.Invoke(_function, &result, _addresses);
                if (isInteger)
                {
                    integers += (long)result;
                }
                else
                {
                    numbers += BitConverter.UInt64BitsToDouble(result);
                }
            }

            return integers + (long)numbers;
        }

        public long CallWithValues(int count)
        {
            long integers = 0;
            double numbers = 0;
            bool isInteger = _signature.Returns == NativeType.Int64;
            for (int i = 0; i < count; i++)
            {
                _values[0] = _isInteger ? (NativeValue)(long)i : (double)i;
                NativeValue result = _signature.Invoke(_function, _values);
                if (isInteger)
                {
                    integers += result.AsInt64();
                }
                else
                {
                    numbers += result.AsDouble();
                }
            }

            return integers + (long)numbers;
        }

        public long CallUnprepared(int count)
        {
            long integers = 0;
            double numbers = 0;
            NativeType returns = _signature.Returns;
            bool isInteger = returns == NativeType.Int64;
            for (int i = 0; i < count; i++)
            {
                _values[0] = _isInteger ? (NativeValue)(long)i : (double)i;
                NativeValue result = NativeCall.Invoke(_function, returns, _values);
                if (isInteger)
                {
                    integers += result.AsInt64();
                }
                else
                {
                    numbers += result.AsDouble();
                }
            }

            return integers + (long)numbers;
        }
    }
}

/// <summary>libffi, as C's loop has it.</summary>
[NativeLibrary("libffipeer")]
internal static partial class Peer
{
    /// <summary>A prepared signature; 0 where libffi is not installed.</summary>
    [NativeFunction("libffi_prepare")]
    public static partial nint Prepare(ReadOnlySpan<byte> types, byte result);

    /// <summary>The loop.</summary>
    [NativeFunction("libffi_loop")]
    public static partial long Loop(nint signature, nint function, int count);
}
