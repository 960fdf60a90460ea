using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static Ffi.Tests.Calls.Structs.ByteStructs;

namespace Ffi.Tests.Calls.Structs;

/// <summary>A struct of each size goes in and comes back, in registers, in memory and where the registers are nearly used up.</summary>
public sealed class ByteStructTests
{
    [Fact] public void Bytes1_CrossesWhole() => CrossesWhole<Bytes1>(Reverse, Weigh, WeighLate);
    [Fact] public void Bytes2_CrossesWhole() => CrossesWhole<Bytes2>(Reverse, Weigh, WeighLate);
    [Fact] public void Bytes3_CrossesWhole() => CrossesWhole<Bytes3>(Reverse, Weigh, WeighLate);
    [Fact] public void Bytes4_CrossesWhole() => CrossesWhole<Bytes4>(Reverse, Weigh, WeighLate);
    [Fact] public void Bytes5_CrossesWhole() => CrossesWhole<Bytes5>(Reverse, Weigh, WeighLate);
    [Fact] public void Bytes7_CrossesWhole() => CrossesWhole<Bytes7>(Reverse, Weigh, WeighLate);
    [Fact] public void Bytes8_CrossesWhole() => CrossesWhole<Bytes8>(Reverse, Weigh, WeighLate);
    [Fact] public void Bytes9_CrossesWhole() => CrossesWhole<Bytes9>(Reverse, Weigh, WeighLate);
    [Fact] public void Bytes12_CrossesWhole() => CrossesWhole<Bytes12>(Reverse, Weigh, WeighLate);
    [Fact] public void Bytes16_CrossesWhole() => CrossesWhole<Bytes16>(Reverse, Weigh, WeighLate);
    [Fact] public void Bytes17_CrossesWhole() => CrossesWhole<Bytes17>(Reverse, Weigh, WeighLate);
    [Fact] public void Bytes24_CrossesWhole() => CrossesWhole<Bytes24>(Reverse, Weigh, WeighLate);
    [Fact] public void Bytes32_CrossesWhole() => CrossesWhole<Bytes32>(Reverse, Weigh, WeighLate);
    [Fact] public void Bytes40_CrossesWhole() => CrossesWhole<Bytes40>(Reverse, Weigh, WeighLate);

    private delegate TStruct Reversal<TStruct>(TStruct bytes);
    private delegate long Weighing<TStruct>(long before, TStruct bytes, long after);
    private delegate long LateWeighing<TStruct>(long a1, long a2, long a3, long a4, long a5, TStruct bytes, long after);

    private static void CrossesWhole<TStruct>(Reversal<TStruct> reverse, Weighing<TStruct> weigh, LateWeighing<TStruct> weighLate)
        where TStruct : unmanaged
    {
        TStruct value = default;
        Span<byte> bytes = BytesOf(ref value);
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(0x81 + 11 * i);
        }

        TStruct reversed = reverse(value);
        bytes.Reverse();
        Assert.Equal(bytes, BytesOf(ref reversed));

        long weighed = bytes.Length + 2;
        long before = long.MinValue, after = 0x0102_0304_0506;
        weighed *= after;
        for (int i = 0; i < bytes.Length; i++)
        {
            weighed += (i + 2) * bytes[i];
        }

        Assert.Equal(before + weighed, weigh(before, value, after));
        Assert.Equal(1 + 4 + 9 + 16 + 25 + 6 * weighed, weighLate(1, 2, 3, 4, 5, value, after));
    }

    private static Span<byte> BytesOf<TStruct>(ref TStruct value) where TStruct : unmanaged =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<TStruct, byte>(ref value), Unsafe.SizeOf<TStruct>());
}
