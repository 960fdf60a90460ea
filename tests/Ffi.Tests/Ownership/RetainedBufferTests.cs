namespace Ffi.Tests.Ownership;

public sealed class RetainedBufferTests
{
    [Fact]
    public void RetainedBuffer_IsHeldByTheCall_UntilItIsReleased()
    {
        PinnedBuffer<int> buffer = PinnedBuffer<int>.Rent(3);
        buffer.Span[2] = 17;
        Keeper.Keep(buffer);
        GC.Collect();

        Assert.True(buffer.IsRetained);
        Assert.Equal(17, Keeper.Read(2));
        Assert.Throws<InvalidOperationException>(() => buffer.Dispose());
        buffer.Release();
        buffer.Dispose();
    }

    [Fact]
    public void BorrowedBuffer_IsNotHeld()
    {
        using PinnedBuffer<int> buffer = PinnedBuffer<int>.Rent(3);
        Keeper.Borrow(buffer);
        Assert.False(buffer.IsRetained);
    }
}

/// <summary>A buffer that C keeps between calls.</summary>
[NativeLibrary("benchmarktest")]
internal static partial class Keeper
{
    [NativeFunction("keep_buffer")] internal static partial void Keep([Retained] PinnedBuffer<int> buffer);
    [NativeFunction("keep_buffer")] internal static partial void Borrow(PinnedBuffer<int> buffer);
    [NativeFunction("read_kept")] internal static partial int Read(int index);
}
