namespace Painter;

/// <summary>The largest ellipse that fits, in <c>#</c> on <c>.</c></summary>
internal static class Disc
{
    public static void Draw(Span<byte> pixels, int width, int height)
    {
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                double across = (((2 * x) + 1) / (double)width) - 1;
                double down = (((2 * y) + 1) / (double)height) - 1;
                pixels[(y * width) + x] = (across * across) + (down * down) <= 1 ? (byte)'#' : (byte)'.';
            }
        }
    }
}
