using System.Runtime.CompilerServices;
using Ffi.Tests.Testing;

namespace Ffi.Tests.Memory;

public class PinnedBufferTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1 << 20)]
    [InlineData((1 << 20) + 1)]
    public unsafe void Rent_OfAnyLength_GivesThatManyElements(int length)
    {
        using PinnedBuffer<byte> buffer = PinnedBuffer<byte>.Rent(length);
        buffer.Span.Fill(7);

        Assert.Equal(length, buffer.Length);
        Assert.Equal(length, buffer.Span.Length);
        Assert.Equal(length, buffer.Memory.Length);
        Assert.True(buffer.Pointer != null);
    }

    [Fact]
    public unsafe void Pointer_AfterACompactingCollection_IsWhereTheSpanIs()
    {
        using PinnedBuffer<int> buffer = PinnedBuffer<int>.Rent(100);
        int* before = buffer.Pointer;
        before[99] = 42;

        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);

        Assert.True(before == Unsafe.AsPointer(ref buffer.Span[0]));
        Assert.Equal(42, buffer.Span[99]);
        Assert.Equal(42, buffer.Memory.Span[99]);
    }

    [Fact]
    public void Rent_OfANegativeLength_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PinnedBuffer<int>.Rent(-1));

    [Fact]
    public void RentAndReturn_OnceWarm_AllocatesNothing()
    {
        for (int i = 0; i < 3; i++)
        {
            RentAndReturn();
        }

        Assert.Equal(0, Allocations.Of(100_000, RentAndReturn));

        static void RentAndReturn()
        {
            using PinnedBuffer<long> first = PinnedBuffer<long>.Rent(1000);
            using PinnedBuffer<long> second = PinnedBuffer<long>.Rent(1000);
            using PinnedBuffer<long> third = PinnedBuffer<long>.Rent(1000);
            second.Retain();
            second.Release();
            using var pin = third.Memory.Pin();
            first.Span[0] = second.Slice(1, 2).Length;
        }
    }

    [Fact]
    public unsafe void EveryUse_AfterDispose_Throws()
    {
        PinnedBuffer<byte> buffer = PinnedBuffer<byte>.Rent(10);
        Memory<byte> memory = buffer.Memory;
        buffer.Dispose();

        Assert.Throws<ObjectDisposedException>(() => buffer.Span.Length);
        Assert.Throws<ObjectDisposedException>(() => buffer.Memory);
        Assert.Throws<ObjectDisposedException>(() => (nint)buffer.Pointer);
        Assert.Throws<ObjectDisposedException>(() => buffer.Slice(0, 1));
        Assert.Throws<ObjectDisposedException>(() => buffer.IsRetained);
        Assert.Throws<ObjectDisposedException>(buffer.Retain);
        Assert.Throws<ObjectDisposedException>(() => memory.Span.Length);
        Assert.Throws<ObjectDisposedException>(() => memory.Pin());
    }

    [Fact]
    public unsafe void AStaleCopy_WhenItsMemoryIsRentedAgain_StillThrows()
    {
        PinnedBuffer<byte> stale = PinnedBuffer<byte>.Rent(10);
        nint address = (nint)stale.Pointer;
        stale.Dispose();
        using PinnedBuffer<byte> fresh = PinnedBuffer<byte>.Rent(10);

        Assert.Equal(address, (nint)fresh.Pointer);
        Assert.Throws<ObjectDisposedException>(() => stale.Span.Length);
        stale.Dispose();
        fresh.Span.Fill(1); // The second Dispose of the stale lease ended nothing of ours.
    }

    [Fact]
    public void DefaultValue_IsLikeAReturnedBuffer()
    {
        PinnedBuffer<byte> none = default;
        none.Dispose();
        Assert.Throws<ObjectDisposedException>(() => none.Span.Length);
    }

    [Fact]
    public unsafe void Slice_IsTheSameMemoryUnderTheSameLease()
    {
        PinnedBuffer<int> whole = PinnedBuffer<int>.Rent(10);
        PinnedBuffer<int> part = whole.Slice(3, 4).Slice(1, 2);
        part.Span[0] = 44;

        Assert.Equal(44, whole.Span[4]);
        Assert.True(part.Pointer == whole.Pointer + 4);
        part.Memory.Span[1] = 55;
        Assert.Equal(55, whole.Span[5]);
        Assert.Throws<ArgumentOutOfRangeException>(() => part.Slice(1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => part.Slice(-1, 1));

        part.Dispose();
        Assert.Throws<ObjectDisposedException>(() => whole.Span.Length);
    }

    [Fact]
    public void Dispose_WhileNativeCodeHoldsTheBuffer_ThrowsAndKeepsItRented()
    {
        PinnedBuffer<byte> buffer = PinnedBuffer<byte>.Rent(10);
        buffer.Retain();
        buffer.Retain();
        buffer.Release();

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(buffer.Dispose);
        Assert.Contains("PinnedBufferTests.cs", error.Message, StringComparison.Ordinal);
        Assert.True(buffer.IsRetained);
        buffer.Span.Fill(3);

        buffer.Release();
        Assert.Throws<InvalidOperationException>(buffer.Release);
        buffer.Dispose();
    }

    [Fact]
    public unsafe void Dispose_WhileItsMemoryIsPinned_Throws()
    {
        PinnedBuffer<byte> buffer = PinnedBuffer<byte>.Rent(10);
        using (var pin = buffer.Memory[2..].Pin())
        {
            Assert.True(pin.Pointer == buffer.Pointer + 2);
            Assert.Throws<InvalidOperationException>(buffer.Dispose);
        }

        buffer.Dispose();
    }

    [Fact]
    public void AForgottenBuffer_IsReportedWithThePlaceThatRentedIt()
    {
        List<PinnedBufferLeak> leaks = [];
        void Listen(PinnedBufferLeak leak)
        {
            lock (leaks)
            {
                leaks.Add(leak);
            }
        }

        PinnedBuffer.Leaked += Listen;
        try
        {
            int line = Forget();
            CollectUntil(() => Holds(leaks, line));
            Assert.True(Holds(leaks, line));
        }
        finally
        {
            PinnedBuffer.Leaked -= Listen;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        static int Forget()
        {
            PinnedBuffer<Half>.Rent(33);
            return Line() - 1;
        }

        static int Line([CallerLineNumber] int line = 0) => line;

        static bool Holds(List<PinnedBufferLeak> leaks, int line)
        {
            lock (leaks)
            {
                return leaks.Exists(leak => leak.Line == line && leak.ElementType == typeof(Half)
                    && leak.File.EndsWith("PinnedBufferTests.cs", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public unsafe void AForgottenBuffer_ThatNativeCodeHolds_StaysAlive()
    {
        nint held = Hold();
        CollectUntil(() => false);
        for (int i = 0; i < 1000; i++)
        {
            GC.KeepAlive(GC.AllocateArray<byte>(1024, pinned: true));
        }

        Assert.Equal(0x5A, ((byte*)held)[1023]);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static nint Hold()
        {
            PinnedBuffer<byte> buffer = PinnedBuffer<byte>.Rent(1024);
            buffer.Retain();
            buffer.Span.Fill(0x5A);
            return (nint)buffer.Pointer;
        }
    }

    [Fact]
    public async Task ABufferReturnedByManyThreadsAtOnce_IsReturnedOnce()
    {
        for (int round = 0; round < 200; round++)
        {
            PinnedBuffer<short> buffer = PinnedBuffer<short>.Rent(20);
            await Task.WhenAll(Task.Run(buffer.Dispose), Task.Run(buffer.Dispose));
            using PinnedBuffer<short> first = PinnedBuffer<short>.Rent(20);
            using PinnedBuffer<short> second = PinnedBuffer<short>.Rent(20);
            using PinnedBuffer<short> third = PinnedBuffer<short>.Rent(20);
            Assert.Equal(3, new HashSet<nint> { Address(first), Address(second), Address(third) }.Count);
        }
    }

    private static unsafe nint Address(PinnedBuffer<short> buffer) => (nint)buffer.Pointer;

    private static void CollectUntil(Func<bool> isDone)
    {
        for (int attempt = 0; attempt < 10 && !isDone(); attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
