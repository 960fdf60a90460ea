// A WebAssembly guest, compiled to native code, and its memory: 32-bit offsets, blocks of its own allocator, results in 64 bits.
//
//     dotnet run --project samples/WasmGuest

using Ffi;
using WasmGuest;

if (!File.Exists(Path.Combine(AppContext.BaseDirectory, "libwasmguest.so")))
{
    Console.WriteLine(
        "The guest was not built. It needs clang, lld, wabt and a C compiler (Debian, Ubuntu: apt install clang lld wabt gcc).");
    return;
}

using Guest guest = new();
Console.WriteLine($"The guest has {guest.Size} bytes of memory.");

// The guest's allocator makes the block; disposing gives it back.
using (GuestAllocation numbers = guest.Allocate(bytes: 4 * sizeof(int)))
{
    using (GuestBorrow<int> borrowed = guest.Borrow<int>(numbers.Offset, 4))
    {
        ReadOnlySpan<int> values = [1, 20, 300, 4000];
        values.CopyTo(borrowed.Span);
    }

    Console.WriteLine($"It adds up the numbers at {numbers.Offset}: {guest.Sum(numbers.Offset, 4)}");
}

// Pointer and length of the result come packed in one 64-bit number.
using (GuestAllocation text = guest.Allocate(8))
{
    guest.CopyFrom(text.Offset, "stressed"u8);
    using GuestAllocation reversed = guest.Reverse(text.Slice);
    Console.WriteLine($"It says 0x{reversed.Slice.Packed:x16}, and there is '{guest.ReadText(reversed.Slice)}'.");
}

Console.WriteLine($"It has {guest.LiveBlocks} blocks out, and so have we: {guest.Allocations}.");

try
{
    using GuestAllocation block = guest.Allocate(100);
    using GuestBorrow<byte> borrowed = guest.Borrow(block.Slice);
    guest.Grow(pages: 64); // The memory moves under the borrow.
    borrowed[0] = 1;
}
catch (InvalidOperationException error)
{
    Console.WriteLine($"Caught: {error.Message}");
}

try
{
    guest.Divide(1, 0);
}
catch (GuestTrapException error)
{
    Console.WriteLine($"Caught a trap: {error.Message}");
}
