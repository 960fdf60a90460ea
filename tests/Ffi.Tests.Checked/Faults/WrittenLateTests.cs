namespace Ffi.Tests.Checked.Faults;

/// <summary>Alone, because a call of another test would find what was written here.</summary>
[CollectionDefinition(nameof(WrittenLateTests), DisableParallelization = true)]
[Collection(nameof(WrittenLateTests))]
public class WrittenLateTests
{
    [Fact]
    public void AWriteAfterTheCall_IsFoundByVerify()
    {
        byte[] buffer = new byte[8];
        Careless.Keep(buffer);
        NativeChecks.Verify();

        Careless.WriteKept(3, 0x2A);
        NativeFaultReport report = Assert.Throws<NativeFaultException>(NativeChecks.Verify).Report;

        Assert.Equal(NativeFault.WrittenLate, report.Fault);
        Assert.Equal(("keep", "target", 3L), (report.Function, report.Parameter, report.Offset));
        Assert.Matches(
            @"^FFI9003: 'target' \(System\.Span<byte>, 8 bytes\) of 'keep': native code wrote 1 byte after the call had returned,"
            + @" within \d+ ms, from offset 3 on: 2A\."
            + @" Native code keeps the address: declare the parameter \[Retained\(Until = …\)\], and pass a PinnedBuffer\.$",
            report.Message);
        Assert.Equal(new byte[8], buffer);
        // It is told once.
        NativeChecks.Verify();
    }

    [Fact]
    public void AWriteAfterTheCall_IsFoundByLaterCalls()
    {
        Careless.Keep(new byte[8]);
        Careless.WriteKept(0, 1);

        NativeFaultReport? found = null;
        for (int call = 0; call < 5000 && found is null; call++)
        {
            found = Record.Exception(() => Careless.Sum([1], 1)) is NativeFaultException { Report: var report } ? report : null;
        }

        Assert.Equal("keep", found?.Function);
    }

    [Fact]
    public void AWriteIntoABlockThatIsLetGo_IsFound()
    {
        Careless.Keep(new byte[8]);
        Careless.WriteKept(0, 1);

        // More than is kept, so that the block has to go.
        byte[] large = new byte[1024 * 1024];
        bool isFound = false;
        for (int call = 0; call < 20; call++)
        {
            isFound |= Record.Exception(() => Careless.Sum(large, 1)) is NativeFaultException { Report.Function: "keep" };
        }

        Assert.True(isFound);
    }

    [Fact]
    public void ARetainedBuffer_StaysWhereItIs()
    {
        PinnedBuffer<byte> buffer = PinnedBuffer<byte>.Rent(8);
        Careless.KeepRetained(buffer);
        Careless.WriteKept(5, 7);
        // It is known by its address until it is released, in calls that borrow it too.
        Careless.Fill(buffer, 0, 1, 6);

        NativeChecks.Verify();
        Assert.Equal((6, 7), (buffer.Span[0], buffer.Span[5]));
        unsafe
        {
            Assert.Equal((nint)buffer.Pointer, Careless.AddressOf(buffer));
        }

        buffer.Release();
        buffer.Dispose();
    }
}
