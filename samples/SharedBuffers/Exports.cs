using System.Runtime.InteropServices;
using Ffi;

namespace Painter;

/// <summary>What C sees: painter.h. No exception leaves: a C program can't catch it.</summary>
internal static unsafe class Exports
{
    private const int Done = 0;
    private const int NotOut = -1;
    private const int TooSmall = -2;

    private static readonly SharedBuffers s_buffers = new();

    [UnmanagedCallersOnly(EntryPoint = "painter_allocate")]
    public static nint Allocate(int bytes)
    {
        try
        {
            return s_buffers.Allocate(bytes, "the C program").Address;
        }
        catch (Exception error)
        {
            Console.Error.WriteLine($"painter: {error.Message}");
            return 0;
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "painter_deallocate")]
    public static int Deallocate(nint address)
    {
        try
        {
            s_buffers.Release(address);
            return Done;
        }
        catch (Exception error)
        {
            Console.Error.WriteLine($"painter: {error.Message}");
            return NotOut;
        }
    }

    /// <summary>Draws into a block that was allocated here: a disc, a byte a pixel.</summary>
    [UnmanagedCallersOnly(EntryPoint = "painter_draw")]
    public static int Draw(nint address, int width, int height)
    {
        try
        {
            SharedBlock block = s_buffers.FirstOrDefault(block => block.Address == address);
            if (block.Number == 0)
            {
                return NotOut;
            }

            if (width < 1 || height < 1 || (long)width * height > block.Length)
            {
                return TooSmall;
            }

            Disc.Draw(block.Span, width, height);
            return Done;
        }
        catch (Exception error)
        {
            Console.Error.WriteLine($"painter: {error.Message}");
            return NotOut;
        }
    }

    /// <summary>How many blocks, and bytes, the C program has not given back.</summary>
    [UnmanagedCallersOnly(EntryPoint = "painter_count")]
    public static int Count(long* bytes)
    {
        *bytes = s_buffers.Bytes;
        return s_buffers.Count;
    }
}
