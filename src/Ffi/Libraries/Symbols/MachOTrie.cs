using System.Text;

namespace Ffi;

/// <summary>The tree of a macOS library's exported names: each branch adds letters.</summary>
internal static class MachOTrie
{
    private const int MostNodes = 4_000_000; // More than the largest libraries have; a damaged file may go in circles.

    public static IReadOnlyList<string> Read(ReadOnlySpan<byte> file, uint offset, uint length)
    {
        if (offset > (uint)file.Length || length > (uint)file.Length - offset)
        {
            return [];
        }

        ReadOnlySpan<byte> trie = file.Slice((int)offset, (int)length);
        var exports = new List<string>();
        var open = new Stack<(int Node, string Name)>();
        var seen = new HashSet<int>();
        open.Push((0, ""));
        while (open.TryPop(out (int Node, string Name) next) && seen.Count < MostNodes)
        {
            if (seen.Add(next.Node))
            {
                ReadNode(trie, next.Node, next.Name, exports, open);
            }
        }

        return exports;
    }

    private static void ReadNode(ReadOnlySpan<byte> trie, int position, string name, List<string> exports, Stack<(int, string)> open)
    {
        ulong exportBytes = ReadNumber(trie, ref position);
        if (exportBytes > (ulong)(trie.Length - position))
        {
            return;
        }

        // What is exported from another library under this name is found by it as well; a thread's variable is no function.
        int flags = position;
        const ulong ThreadLocal = 1;
        if (exportBytes > 0 && (ReadNumber(trie, ref flags) & 3) != ThreadLocal && MachOExports.PlainName(name) is { } plain)
        {
            exports.Add(plain);
        }

        position += (int)exportBytes;
        int children = position < trie.Length ? trie[position++] : 0;
        for (; children > 0; children--)
        {
            int end = trie[Math.Min(position, trie.Length)..].IndexOf((byte)0);
            if (end < 0)
            {
                return;
            }

            string branch = name + Encoding.UTF8.GetString(trie.Slice(position, end));
            position += end + 1;
            ulong child = ReadNumber(trie, ref position);
            if (child > 0 && child < (ulong)trie.Length)
            {
                open.Push(((int)child, branch));
            }
        }
    }

    // ULEB128, DWARF 4, 7.6.
    private static ulong ReadNumber(ReadOnlySpan<byte> bytes, ref int position)
    {
        ulong number = 0;
        for (int shift = 0; position < bytes.Length && shift < 64; shift += 7)
        {
            byte part = bytes[position++];
            number |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
            {
                break;
            }
        }

        return number;
    }
}
