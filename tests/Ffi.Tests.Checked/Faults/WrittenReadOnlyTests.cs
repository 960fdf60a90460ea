namespace Ffi.Tests.Checked.Faults;

public class WrittenReadOnlyTests
{
    [Fact]
    public void AReadOnlySpan_IsReportedAndKept()
    {
        byte[] target = [1, 2, 3, 4];

        NativeFaultReport report = Assert.Throws<NativeFaultException>(() => Careless.FillReadOnly(target, 1, 2, 9)).Report;

        Assert.Equal((NativeFault.WrittenReadOnly, "target", 1L), (report.Fault, report.Parameter, report.Offset));
        Assert.Equal([9, 9], report.Bytes.ToArray());
        Assert.EndsWith("Declare what C writes: System.Span<byte>.", report.Message);
        Assert.Equal([1, 2, 3, 4], target);
    }

    [Fact]
    public void AnInParameter_IsReported()
    {
        NativeFaultReport report = Assert.Throws<NativeFaultException>(() => Careless.FillOne(0, 0, 1, 9)).Report;

        Assert.EndsWith("Declare what C writes: ref long.", report.Message);
    }

    [Fact]
    public void AnArrayThatIsMarkedIn_IsReported()
    {
        byte[] target = [1, 2];

        Assert.Equal(NativeFault.WrittenReadOnly, Assert.Throws<NativeFaultException>(() => Careless.FillIn(target, 0, 2, 9)).Report.Fault);
        Assert.Equal([1, 2], target);
    }

    [Fact]
    public void AConvertedStruct_IsReported()
    {
        NativeFaultException thrown = Assert.Throws<NativeFaultException>(() => Careless.FillEntry(new ReadEntry { Number = 1 }, 0, 1, 9));

        Assert.Equal("target", thrown.Report.Parameter);
    }

    [Fact]
    public void AString_IsReportedAndKept()
    {
        string text = new('a', 3);

        NativeFaultReport transcoded = Assert.Throws<NativeFaultException>(() => Careless.Shout(text)).Report;
        NativeFaultReport pinned = Assert.Throws<NativeFaultException>(() => Careless.ShoutWide(text)).Report;

        Assert.Equal(("shout", "text", 0L), (transcoded.Function, transcoded.Parameter, transcoded.Offset));
        Assert.Equal(("shout_wide", "text", 0L), (pinned.Function, pinned.Parameter, pinned.Offset));
        Assert.Equal("aaa", text);
    }

    [Fact]
    public void TerminatedText_IsReported_WithTheNulInsideOrBehind()
    {
        Assert.Equal(0, Assert.Throws<NativeFaultException>(() => Careless.Shout("ab"u8)).Report.Offset);
        Assert.Equal(0, Assert.Throws<NativeFaultException>(() => Careless.Shout("ab\0"u8)).Report.Offset);
    }

    [Fact]
    public void PointersToTexts_AreReported()
    {
        NativeFaultReport report = Assert.Throws<NativeFaultException>(() => Careless.SwapTexts(["a", "bc"])).Report;

        Assert.Equal((NativeFault.WrittenReadOnly, "texts"), (report.Fault, report.Parameter));
    }

    [Fact]
    public void WhatIsOnlyRead_IsSilent()
    {
        int[] lengths = new int[3];
        Careless.Measure(["a", null, "bcd"], 3, lengths);
        byte[] text = [(byte)'a', (byte)'b', 0];

        Assert.Equal([1, -1, 3], lengths);
        Assert.Equal(3, Careless.Sum([1, 2], 2));
        Assert.Equal(2, Careless.Shout(text.AsSpan()));
        Assert.Equal((byte)'A', text[0]);
    }
}
