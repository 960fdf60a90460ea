using System.Text;

namespace Ffi.Benchmarks.Generators;

/// <summary>The text of a program of some size, as programs are: one method in twenty touches interop.</summary>
internal static class InteropProgram
{
    private const int MethodsInAFile = 20;

    // Ordinary work. Each is a dozen lines; $ is the method's number.
    private static readonly string[] s_ordinary =
    [
        """
            public Dictionary<string, int> Count$(IEnumerable<string> words, int least)
            {
                var counts = new Dictionary<string, int>(StringComparer.Ordinal);
                foreach (string word in words.Where(word => word.Length > least))
                {
                    string key = word.Trim().ToLowerInvariant();
                    counts[key] = counts.TryGetValue(key, out int seen) ? seen + 1 : 1;
                }

                return counts.Where(pair => pair.Value > 1).OrderByDescending(pair => pair.Value).ToDictionary(pair => pair.Key, pair => pair.Value);
            }

        """,
        """
            public async Task<string> Load$(Func<int, Task<string?>> fetch, CancellationToken cancellation)
            {
                var text = new StringBuilder();
                for (int page = 0; page < 10; page++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    string? content = await fetch(page).ConfigureAwait(false);
                    if (string.IsNullOrEmpty(content))
                    {
                        break;
                    }

                    text.Append(content).Append('\n');
                }

                return text.ToString();
            }

        """,
        """
            public decimal Price$(Order order, bool isLoyal)
            {
                decimal sum = 0;
                foreach (Line line in order.Lines)
                {
                    decimal price = line.Count switch
                    {
                        0 => throw new ArgumentException("An empty line.", nameof(order)),
                        > 100 => line.Price * 0.8m,
                        > 10 => line.Price * 0.9m,
                        _ => line.Price,
                    };
                    sum += price * line.Count;
                }

                return isLoyal && sum > 50 ? Math.Round(sum * 0.95m, 2) : sum;
            }

        """,
        """
            public bool TryParse$(string text, out Point point)
            {
                string[] parts = text.Split(',', ';');
                if (parts is [string x, string y] && double.TryParse(x, out double left) && double.TryParse(y, out double top))
                {
                    point = new Point(left, top);
                    return !double.IsNaN(left) && !double.IsNaN(top);
                }

                point = new Point(0, 0);
                return false;
            }

        """,
    ];

    private static readonly string[] s_interop =
    [
        """
            public unsafe int Checksum$(ReadOnlySpan<byte> data)
            {
                int sum = 0;
                fixed (byte* start = data)
                {
                    for (int at = 0; at < data.Length; at += 4096)
                    {
                        sum += Native.Sum(start + at, Math.Min(4096, data.Length - at));
                    }
                }

                return sum;
            }

        """,
        """
            public int Send$(byte[] packet, string name)
            {
                GCHandle pin = GCHandle.Alloc(packet, GCHandleType.Pinned);
                nint text = Marshal.StringToCoTaskMemUTF8(name);
                try
                {
                    return Native.Open(text) < 0 ? -Marshal.GetLastPInvokeError() : Native.Take(pin.AddrOfPinnedObject());
                }
                finally
                {
                    Marshal.FreeCoTaskMem(text);
                    pin.Free();
                }
            }

        """,
        """
            public unsafe string Name$(int size)
            {
                byte[]? rented = null;
                Span<byte> buffer = size <= 256 ? stackalloc byte[256] : (rented = System.Buffers.ArrayPool<byte>.Shared.Rent(size));
                fixed (byte* start = buffer)
                {
                    Native.Sum(start, buffer.Length);
                }

                string name = Encoding.UTF8.GetString(buffer);
                if (rented is not null)
                {
                    System.Buffers.ArrayPool<byte>.Shared.Return(rented);
                }

                return name;
            }

        """,
    ];

    /// <summary>The program's files, of which all but the first have the same shape.</summary>
    /// <param name="lines">How long they are together, or a little more.</param>
    public static string[] OfLines(int lines)
    {
        var files = new List<string> { Shared };
        for (int written = 0; written < lines;)
        {
            string file = File(files.Count);
            files.Add(file);
            written += file.Count(static c => c == '\n');
        }

        return [.. files];
    }

    private const string Shared = """
        global using System; global using System.Collections.Generic; global using System.Linq; global using System.Runtime.InteropServices;
        global using System.Text; global using System.Threading; global using System.Threading.Tasks;

        public sealed record Line(decimal Price, int Count);
        public sealed record Order(IReadOnlyList<Line> Lines);
        public readonly record struct Point(double X, double Y);

        internal static unsafe class Native
        {
            [DllImport("native")] public static extern int Sum(byte* data, int length);
            [DllImport("native")] public static extern int Take(nint address);
            [DllImport("native", SetLastError = true)] public static extern int Open(nint name);
        }
        """;

    private static string File(int index)
    {
        var text = new StringBuilder().Append("namespace Program;\n\npublic sealed class Part").Append(index).Append("\n{\n");
        for (int method = 0; method < MethodsInAFile; method++)
        {
            string[] shapes = method == MethodsInAFile / 2 ? s_interop : s_ordinary;
            string number = method.ToString(System.Globalization.CultureInfo.InvariantCulture);
            text.Append(shapes[(index + method) % shapes.Length].Replace("$", number));
        }

        return text.Append("}\n").ToString();
    }
}
