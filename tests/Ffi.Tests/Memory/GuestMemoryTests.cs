using WasmGuest;

namespace Ffi.Tests.Memory;

/// <summary>Another runtime's memory, which that runtime really owns and moves: C compiled to wasm32, made native by wasm2c.</summary>
public class GuestMemoryTests
{
    [WasmFact]
    public void Values_AreWrittenAndReadWhereTheGuestSeesThem()
    {
        using Guest guest = new();
        using GuestAllocation block = guest.Allocate(16);
        guest.Write(block.Offset + 4, 0x01020304u);

        Assert.Equal(0x01020304u, guest.Load(block.Offset + 4));
        Assert.Equal(0x02030400u | guest.Read<byte>(block.Offset + 3), guest.Read<uint>(block.Offset + 3));
        Assert.Equal(0x0102, guest.Read<short>(block.Offset + 6));
    }

    [WasmFact]
    public void Arrays_AreBorrowedInPlace()
    {
        using Guest guest = new();
        using GuestAllocation block = guest.Allocate(4 * 1000);
        using (GuestBorrow<int> numbers = guest.Borrow<int>(block.Offset, 1000))
        {
            for (int i = 0; i < numbers.Length; i++)
            {
                numbers[i] = i * i;
            }
        }

        Assert.Equal(Enumerable.Range(0, 1000).Sum(i => (long)i * i), guest.Sum(block.Offset, 1000));
    }

    [WasmFact]
    public void APackedResult_IsAdoptedAndGivenBackToTheGuest()
    {
        using Guest guest = new();
        using (GuestAllocation text = guest.Allocate(5))
        {
            guest.CopyFrom(text.Offset, "abcde"u8);
            using GuestAllocation reversed = guest.Reverse(text.Slice);
            Assert.Equal("edcba", guest.ReadText(reversed.Slice));
            Assert.Equal(GuestSlice.FromPacked(reversed.Slice.Packed), new GuestSlice(reversed.Offset, 5));
            Assert.Equal((2u, 2), (guest.LiveBlocks, guest.Allocations));
        }

        Assert.Equal((0u, 0), (guest.LiveBlocks, guest.Allocations));
    }

    [Fact]
    public void Packed_HasTheOffsetAboveAndTheLengthBelow()
    {
        Assert.Equal(0x0000_1000_0000_0020ul, new GuestSlice(Offset: 0x1000, Length: 0x20).Packed);
        Assert.Equal(new GuestSlice(Offset: 0x89abcdef, Length: 0x01234567), GuestSlice.FromPacked(0x89abcdef_01234567));
    }

    [WasmFact]
    public void Everything_OutsideTheMemory_IsRefused()
    {
        using Guest guest = new();
        uint end = (uint)guest.Size;
        guest.Write(end - 4, 7);
        Assert.Equal(7, guest.Read<int>(end - 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => guest.Read<int>(end - 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => guest.Read<byte>(uint.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => guest.Write(end, (byte)1));
        Assert.Throws<ArgumentOutOfRangeException>(() => guest.CopyFrom(end - 2, "abc"u8));
        Assert.Throws<ArgumentOutOfRangeException>(() => guest.CopyTo(end - 2, new byte[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => guest.Borrow<long>(8, int.MaxValue).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => guest.Borrow<long>(8, -1).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => guest.ReadText(new GuestSlice(end - 1, 2)));
    }

    [WasmFact]
    public void AResult_ThatPointsOutsideTheMemory_IsRefused()
    {
        using Guest guest = new();
        Assert.Throws<InvalidOperationException>(() => guest.Lie());
        Assert.Equal(0, guest.Allocations);
    }

    [WasmFact]
    public void Growth_InTheMiddleOfABorrow_IsDetected()
    {
        using Guest guest = new();
        using GuestAllocation block = guest.Allocate(100);
        GuestBorrow<byte> borrow = guest.Borrow(block.Slice);
        borrow[99] = 42;
        guest.Grow(pages: 256);

        Assert.Contains("grew from 131072 to 16908288 bytes", Caught(borrow).Message, StringComparison.Ordinal);
        Assert.Equal(42, guest.Borrow(block.Slice)[99]);

        static InvalidOperationException Caught(GuestBorrow<byte> borrow)
        {
            try
            {
                borrow.Dispose();
            }
            catch (InvalidOperationException)
            {
                try
                {
                    borrow[0] = 1;
                }
                catch (InvalidOperationException error)
                {
                    return error;
                }
            }

            throw new Xunit.Sdk.XunitException("The borrow lived on.");
        }
    }

    [WasmFact]
    public void Allocate_ThatMakesTheGuestGrow_GivesABlockInTheGrownMemory()
    {
        using Guest guest = new();
        long before = guest.Size;
        using GuestAllocation large = guest.Allocate(1 << 20);
        Assert.True(guest.Size > before);
        guest.Borrow(large.Slice).Span.Fill(3);
        Assert.Equal(0x03030303u, guest.Load(large.Offset + (1 << 20) - 4));
    }

    [WasmFact]
    public void ABlock_GivenBackTwice_IsAnError_AndTheGuestIsNotCalled()
    {
        using Guest guest = new();
        GuestAllocation kept = guest.Allocate(8);
        GuestAllocation block = guest.Allocate(8);
        block.Dispose();
        Assert.Throws<InvalidOperationException>(block.Dispose);
        Assert.Equal(1u, guest.LiveBlocks);
        kept.Dispose();
        default(GuestAllocation).Dispose();
    }

    [WasmFact]
    public void Allocate_OfMoreThanTheGuestHas_Throws()
    {
        using Guest guest = new();
        Assert.Throws<InsufficientMemoryException>(() => guest.Allocate(0xFFFF_0000));
        Assert.Throws<ArgumentOutOfRangeException>(() => guest.Allocate(0));
    }

    [WasmFact]
    public void ATrap_IsAnException_AndTheGuestLivesOn()
    {
        using Guest guest = new();
        GuestTrapException division = Assert.Throws<GuestTrapException>(() => guest.Divide(1, 0));
        GuestTrapException access = Assert.Throws<GuestTrapException>(() => guest.Load(0xFFFF_FFF0));
        Assert.NotEqual(division.Message, access.Message);
        Assert.Equal(3u, guest.Divide(7, 2));
    }

    [WasmFact]
    public void TwoGuests_HaveMemoriesOfTheirOwn()
    {
        using Guest left = new();
        using Guest right = new();
        using GuestAllocation block = left.Allocate(8);
        using GuestAllocation other = right.Allocate(8);
        Assert.Equal(block.Offset, other.Offset);
        left.Write(block.Offset, 1L);
        right.Write(other.Offset, 2L);
        Assert.Equal((1L, 2L), (left.Read<long>(block.Offset), right.Read<long>(other.Offset)));
    }
}
