using Ffi.Tests.Testing;

namespace Ffi.Tests.Memory;

public class SharedBuffersTests
{
    [Fact]
    public void Allocate_GivesZeroedMemory_UntilReleased()
    {
        SharedBuffers buffers = new();
        SharedBlock block = buffers.Allocate(1000);
        Assert.Equal(1000, block.Span.Length);
        Assert.Equal(-1, block.Span.IndexOfAnyExcept((byte)0));
        Assert.Equal((1, 1000L), (buffers.Count, buffers.Bytes));

        buffers.Release(block.Address);
        Assert.Equal((0, 0L), (buffers.Count, buffers.Bytes));
    }

    [Fact]
    public void Share_KeepsManagedMemoryWhereItIs_UntilReleased()
    {
        SharedBuffers buffers = new();
        int[] numbers = [1, 2, 4, 8];
        SharedBlock block = buffers.Share(numbers.AsMemory(1, 2), "an adder");
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        block.Span[0] = 77;

        Assert.Equal([1, 77, 4, 8], numbers);
        Assert.Equal(8, block.Length);
        Assert.False(block.IsAllocated);
        buffers.Release(block.Address);
    }

    [Fact]
    public void Share_OfAPinnedBuffer_HoldsItUntilReleased()
    {
        SharedBuffers buffers = new();
        PinnedBuffer<byte> buffer = PinnedBuffer<byte>.Rent(64);
        SharedBlock block = buffers.Share(buffer.Memory);
        Assert.Throws<InvalidOperationException>(buffer.Dispose);
        buffers.Release(block.Address);
        buffer.Dispose();
    }

    [Fact]
    public void Share_OfEmptyOrAlreadySharedMemory_IsRefused()
    {
        SharedBuffers buffers = new();
        byte[] bytes = new byte[10];
        Assert.Throws<ArgumentException>(() => buffers.Share(Memory<byte>.Empty));
        buffers.Share<byte>(bytes, "a codec");
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => buffers.Share<byte>(bytes));
        Assert.Contains("a codec", error.Message, StringComparison.Ordinal);
        Assert.Equal((1, 10L), (buffers.Count, buffers.Bytes));
    }

    [Fact]
    public void Release_Twice_SaysThatItWasReleased()
    {
        SharedBuffers buffers = new();
        SharedBlock block = buffers.Share(new byte[40].AsMemory(), "a decoder");
        buffers.Release(block.Address);
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => buffers.Release(block.Address));
        Assert.Contains("already released", error.Message, StringComparison.Ordinal);
        Assert.Contains("a decoder", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(0x7fff_ffff)]
    public void Release_OfGarbage_SaysThatItIsNotOut(long address)
    {
        SharedBuffers buffers = new();
        SharedBlock block = buffers.Allocate(8);
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => buffers.Release((nint)address));
        Assert.Contains("not lent", error.Message, StringComparison.Ordinal);
        Assert.Equal((1, 8L), (buffers.Count, buffers.Bytes));
        buffers.Release(block.Address);
    }

    [Fact]
    public void Release_OfAnAddressInsideABlock_NamesTheBlock()
    {
        SharedBuffers buffers = new();
        SharedBlock block = buffers.Allocate(100, "a painter");
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => buffers.Release(block.Address + 99));
        Assert.Contains("99 bytes inside block 1 of 100 bytes, which is lent to a painter", error.Message, StringComparison.Ordinal);
        buffers.Release(block.Address);
    }

    [Fact]
    public void Packed_HasTheNumberAboveAndTheLengthBelow()
    {
        SharedBuffers buffers = new();
        SharedBlock first = buffers.Allocate(0x123);
        SharedBlock second = buffers.Allocate(0x4567);
        Assert.Equal(0x0000_0001_0000_0123ul, first.Packed);
        Assert.Equal(0x0000_0002_0000_4567ul, second.Packed);
        Assert.Equal(second, buffers.Find(second.Packed));
        Assert.Throws<InvalidOperationException>(() => buffers.Find(second.Packed + 1));

        buffers.Release(first.Packed);
        Assert.Throws<InvalidOperationException>(() => buffers.Release(first.Packed));
        Assert.Equal([second], buffers);
        buffers.Release(second.Packed);
    }

    [Fact]
    public void APackedBlock_ThatIsStale_DoesNotReleaseTheNextOneAtItsAddress()
    {
        SharedBuffers buffers = new();
        byte[] bytes = GC.AllocateArray<byte>(32, pinned: true);
        SharedBlock stale = buffers.Share<byte>(bytes);
        buffers.Release(stale.Address);
        SharedBlock fresh = buffers.Share<byte>(bytes);

        Assert.Equal(stale.Address, fresh.Address);
        Assert.Throws<InvalidOperationException>(() => buffers.Release(stale.Packed));
        Assert.Equal([fresh], buffers);
    }

    [Fact]
    public void TheLedger_TellsWhatIsOutAndWhose_AndReclaimsItFromTheDead()
    {
        SharedBuffers buffers = new();
        SharedBlock painted = buffers.Allocate(3, "a painter");
        buffers.Allocate(5, "a printer");
        buffers.Share(new long[7].AsMemory(), "a printer");

        Assert.Equal(
            [(3, "a painter"), (5, "a printer"), (56, "a printer")],
            buffers.Select(block => (block.Length, block.Holder)).Order());
        Assert.Equal(2, buffers.Reclaim("a printer"));
        Assert.Equal([painted], buffers);
        Assert.Equal(3, buffers.Bytes);
        Assert.Equal(0, buffers.Reclaim("a printer"));
        buffers.Release(painted.Address);
    }

    [Fact]
    public void AllocateAndRelease_OnceWarm_AllocateNothing()
    {
        SharedBuffers buffers = new();
        PinnedBuffer<byte> buffer = PinnedBuffer<byte>.Rent(64);
        Use(buffers, buffer);
        Assert.Equal(0, Allocations.Of(10_000, () => Use(buffers, buffer)));
        buffer.Dispose();

        static void Use(SharedBuffers buffers, PinnedBuffer<byte> buffer)
        {
            SharedBlock allocated = buffers.Allocate(10);
            SharedBlock shared = buffers.Share(buffer.Memory);
            buffers.Release(allocated.Address);
            buffers.Release(shared.Packed);
        }
    }

    [Fact]
    public void ManyThreads_LoseNoBlock()
    {
        SharedBuffers buffers = new();
        Parallel.For(0, 8, worker =>
        {
            for (int i = 0; i < 2000; i++)
            {
                SharedBlock block = buffers.Allocate(1 + worker);
                Assert.Equal(block, buffers.Find(block.Packed));
                buffers.Release(block.Address);
            }
        });
        Assert.Equal((0, 0L), (buffers.Count, buffers.Bytes));
    }
}
