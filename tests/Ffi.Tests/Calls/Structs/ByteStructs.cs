using System.Runtime.CompilerServices;

namespace Ffi.Tests.Calls.Structs;

/// <summary>Structs of 1 to 40 bytes, each an array in a struct.</summary>
[NativeLibrary("benchmarktest")]
internal static partial class ByteStructs
{
#pragma warning disable CA1823, IDE0044, IDE0051 // The one field of an inline array is only its element.
    [InlineArray(1)] internal struct Bytes1 { private byte _first; }
    [InlineArray(2)] internal struct Bytes2 { private byte _first; }
    [InlineArray(3)] internal struct Bytes3 { private byte _first; }
    [InlineArray(4)] internal struct Bytes4 { private byte _first; }
    [InlineArray(5)] internal struct Bytes5 { private byte _first; }
    [InlineArray(7)] internal struct Bytes7 { private byte _first; }
    [InlineArray(8)] internal struct Bytes8 { private byte _first; }
    [InlineArray(9)] internal struct Bytes9 { private byte _first; }
    [InlineArray(12)] internal struct Bytes12 { private byte _first; }
    [InlineArray(16)] internal struct Bytes16 { private byte _first; }
    [InlineArray(17)] internal struct Bytes17 { private byte _first; }
    [InlineArray(24)] internal struct Bytes24 { private byte _first; }
    [InlineArray(32)] internal struct Bytes32 { private byte _first; }
    [InlineArray(40)] internal struct Bytes40 { private byte _first; }
#pragma warning restore

    [NativeFunction("reverse_bytes_1")] internal static partial Bytes1 Reverse(Bytes1 bytes);
    [NativeFunction("reverse_bytes_2")] internal static partial Bytes2 Reverse(Bytes2 bytes);
    [NativeFunction("reverse_bytes_3")] internal static partial Bytes3 Reverse(Bytes3 bytes);
    [NativeFunction("reverse_bytes_4")] internal static partial Bytes4 Reverse(Bytes4 bytes);
    [NativeFunction("reverse_bytes_5")] internal static partial Bytes5 Reverse(Bytes5 bytes);
    [NativeFunction("reverse_bytes_7")] internal static partial Bytes7 Reverse(Bytes7 bytes);
    [NativeFunction("reverse_bytes_8")] internal static partial Bytes8 Reverse(Bytes8 bytes);
    [NativeFunction("reverse_bytes_9")] internal static partial Bytes9 Reverse(Bytes9 bytes);
    [NativeFunction("reverse_bytes_12")] internal static partial Bytes12 Reverse(Bytes12 bytes);
    [NativeFunction("reverse_bytes_16")] internal static partial Bytes16 Reverse(Bytes16 bytes);
    [NativeFunction("reverse_bytes_17")] internal static partial Bytes17 Reverse(Bytes17 bytes);
    [NativeFunction("reverse_bytes_24")] internal static partial Bytes24 Reverse(Bytes24 bytes);
    [NativeFunction("reverse_bytes_32")] internal static partial Bytes32 Reverse(Bytes32 bytes);
    [NativeFunction("reverse_bytes_40")] internal static partial Bytes40 Reverse(Bytes40 bytes);

    [NativeFunction("weigh_bytes_1")] internal static partial long Weigh(long before, Bytes1 bytes, long after);
    [NativeFunction("weigh_bytes_2")] internal static partial long Weigh(long before, Bytes2 bytes, long after);
    [NativeFunction("weigh_bytes_3")] internal static partial long Weigh(long before, Bytes3 bytes, long after);
    [NativeFunction("weigh_bytes_4")] internal static partial long Weigh(long before, Bytes4 bytes, long after);
    [NativeFunction("weigh_bytes_5")] internal static partial long Weigh(long before, Bytes5 bytes, long after);
    [NativeFunction("weigh_bytes_7")] internal static partial long Weigh(long before, Bytes7 bytes, long after);
    [NativeFunction("weigh_bytes_8")] internal static partial long Weigh(long before, Bytes8 bytes, long after);
    [NativeFunction("weigh_bytes_9")] internal static partial long Weigh(long before, Bytes9 bytes, long after);
    [NativeFunction("weigh_bytes_12")] internal static partial long Weigh(long before, Bytes12 bytes, long after);
    [NativeFunction("weigh_bytes_16")] internal static partial long Weigh(long before, Bytes16 bytes, long after);
    [NativeFunction("weigh_bytes_17")] internal static partial long Weigh(long before, Bytes17 bytes, long after);
    [NativeFunction("weigh_bytes_24")] internal static partial long Weigh(long before, Bytes24 bytes, long after);
    [NativeFunction("weigh_bytes_32")] internal static partial long Weigh(long before, Bytes32 bytes, long after);
    [NativeFunction("weigh_bytes_40")] internal static partial long Weigh(long before, Bytes40 bytes, long after);

    [NativeFunction("weigh_late_bytes_1")]
    internal static partial long WeighLate(long a1, long a2, long a3, long a4, long a5, Bytes1 bytes, long after);
    [NativeFunction("weigh_late_bytes_2")]
    internal static partial long WeighLate(long a1, long a2, long a3, long a4, long a5, Bytes2 bytes, long after);
    [NativeFunction("weigh_late_bytes_3")]
    internal static partial long WeighLate(long a1, long a2, long a3, long a4, long a5, Bytes3 bytes, long after);
    [NativeFunction("weigh_late_bytes_4")]
    internal static partial long WeighLate(long a1, long a2, long a3, long a4, long a5, Bytes4 bytes, long after);
    [NativeFunction("weigh_late_bytes_5")]
    internal static partial long WeighLate(long a1, long a2, long a3, long a4, long a5, Bytes5 bytes, long after);
    [NativeFunction("weigh_late_bytes_7")]
    internal static partial long WeighLate(long a1, long a2, long a3, long a4, long a5, Bytes7 bytes, long after);
    [NativeFunction("weigh_late_bytes_8")]
    internal static partial long WeighLate(long a1, long a2, long a3, long a4, long a5, Bytes8 bytes, long after);
    [NativeFunction("weigh_late_bytes_9")]
    internal static partial long WeighLate(long a1, long a2, long a3, long a4, long a5, Bytes9 bytes, long after);
    [NativeFunction("weigh_late_bytes_12")]
    internal static partial long WeighLate(long a1, long a2, long a3, long a4, long a5, Bytes12 bytes, long after);
    [NativeFunction("weigh_late_bytes_16")]
    internal static partial long WeighLate(long a1, long a2, long a3, long a4, long a5, Bytes16 bytes, long after);
    [NativeFunction("weigh_late_bytes_17")]
    internal static partial long WeighLate(long a1, long a2, long a3, long a4, long a5, Bytes17 bytes, long after);
    [NativeFunction("weigh_late_bytes_24")]
    internal static partial long WeighLate(long a1, long a2, long a3, long a4, long a5, Bytes24 bytes, long after);
    [NativeFunction("weigh_late_bytes_32")]
    internal static partial long WeighLate(long a1, long a2, long a3, long a4, long a5, Bytes32 bytes, long after);
    [NativeFunction("weigh_late_bytes_40")]
    internal static partial long WeighLate(long a1, long a2, long a3, long a4, long a5, Bytes40 bytes, long after);
}
