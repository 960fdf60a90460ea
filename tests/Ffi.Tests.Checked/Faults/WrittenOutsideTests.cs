namespace Ffi.Tests.Checked.Faults;

public class WrittenOutsideTests
{
    [Fact]
    public void BytesBehindASpan_AreReportedWithFunctionParameterOffsetAndBytes()
    {
        byte[] target = new byte[4];

        NativeFaultReport report = Assert.Throws<NativeFaultException>(() => Careless.Fill(target.AsSpan(), 2, 5, 0x2A)).Report;

        Assert.Equal(NativeFault.WrittenOutside, report.Fault);
        Assert.Equal("FFI9001", report.Id);
        Assert.Equal(("faults", "fill", "target", 4L), (report.Library, report.Function, report.Parameter, report.Offset));
        Assert.Equal([0x2A, 0x2A, 0x2A], report.Bytes.ToArray());
        Assert.Equal(
            "FFI9001: 'target' (System.Span<byte>, 4 bytes) of 'fill': native code wrote 3 bytes behind its end,"
            + " from offset 4 on: 2A 2A 2A."
            + " Pass as many elements as C writes, or declare the type that C has.",
            report.Message);
        // What was written inside is the caller's, and nothing else of his was touched.
        Assert.Equal([0, 0, 0x2A, 0x2A], target);
    }

    [Fact]
    public void BytesBeforeASpan_AreReportedWithANegativeOffset()
    {
        byte[] memory = [1, 2, 3, 4];

        NativeFaultReport report = Assert.Throws<NativeFaultException>(() => Careless.Fill(memory.AsSpan(2), -3, 2, 9)).Report;

        Assert.Equal((NativeFault.WrittenOutside, -3L), (report.Fault, report.Offset));
        Assert.Equal([9, 9], report.Bytes.ToArray());
        Assert.Equal([1, 2, 3, 4], memory);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(5000)]
    public void OneByteTooMany_IsFoundWhateverTheSize(int size)
    {
        byte[] target = new byte[size];

        Careless.Fill(target, 0, size, 7);
        NativeFaultReport report = Assert.Throws<NativeFaultException>(() => Careless.Fill(target, 0, size + 1, 8)).Report;

        Assert.Equal(size, report.Offset);
        Assert.Equal(Enumerable.Repeat((byte)8, size), target);
    }

    [Fact]
    public void ANumberThatIsWiderInC_IsReported()
    {
        NativeFaultReport report = Assert.Throws<NativeFaultException>(() => Careless.StoreLong(out int _, 0x1122334455667788)).Report;

        Assert.Equal(("store_long", "target", 4L), (report.Function, report.Parameter, report.Offset));
        Assert.Equal([0x44, 0x33, 0x22, 0x11], report.Bytes.ToArray());
        Assert.Contains("(out int, 4 bytes)", report.Message);
    }

    [Fact]
    public void ABooleanThatIsWiderInC_IsReported()
    {
        bool target = false;

        NativeFaultReport report = Assert.Throws<NativeFaultException>(() => Careless.StoreBoolean(ref target, 1)).Report;

        Assert.Equal(("target", 1L, 7), (report.Parameter, report.Offset, report.Bytes.Length));
        Assert.True(target);
    }

    [Fact]
    public void EachShapeOfMemory_IsWatched()
    {
        using PinnedBuffer<byte> pinned = PinnedBuffer<byte>.Rent(6);
        byte[] six = new byte[6];
        bool flag = false;
        Entry entry = new() { Kind = "" };

        Assert.Equal(6, Offset(() => Careless.Fill(six, 0, 7, 1)));
        Assert.Equal(6, Offset(() => Careless.Fill(six.AsMemory(), 0, 7, 1)));
        Assert.Equal(6, Offset(() => Careless.Fill(pinned, 0, 7, 1)));
        Assert.Equal(4, Offset(() => Careless.FillBoolean(ref flag, 0, 5, 1)));
        Assert.Equal(8, Offset(() => Careless.FillEntry(ref entry, 8, 1, 1)));
        Assert.Equal(16, Offset(() => Careless.FillEntries(new Entry[2], 16, 1, 1)));
    }

    [Fact]
    public void HonestCalls_AreSilentAndDoWhatTheyDoUnchecked()
    {
        byte[] target = [1, 2, 3, 4];
        Careless.Fill(target.AsSpan(1, 2), 0, 2, 9);
        Careless.StoreLong(out long wide, 1L << 40);
        long changed = 5;
        Careless.ReplaceLong(ref changed, -2);

        Assert.Equal([1, 9, 9, 4], target);
        Assert.Equal((1L << 40, -2L), (wide, changed));
        Assert.Equal(1 + 9 + 9 + 4, Careless.Sum(target, 4));
    }

    private static long? Offset(Action call) => Assert.Throws<NativeFaultException>(call).Report.Offset;
}
