using Ffi.CompilerServices;

namespace Ffi;

/// <summary>What the bytes of a block tell of its native call.</summary>
internal static unsafe class BlockCheck
{
    /// <summary>Whether something was written before or behind the copy.</summary>
    public static NativeFaultReport? Outside(LentBlock* block)
    {
        if (Range.OfDifferent(block->Back, LentBlock.Canary) is { } behind)
        {
            return Report(NativeFault.WrittenOutside, block, block->Bytes + behind.Start, behind.Of(block->Back), "behind its end",
                "Pass as many elements as C writes, or declare the type that C has.");
        }

        if (Range.OfDifferent(block->Front, LentBlock.Canary) is { } before)
        {
            int offset = before.Start - block->Front.Length;
            return Report(NativeFault.WrittenOutside, block, offset, before.Of(block->Front), "before its start",
                "Pass memory that begins where C writes first.");
        }

        return null;
    }

    /// <summary>Whether something was written that native code may only read.</summary>
    public static NativeFaultReport? ReadOnly(LentBlock* block)
    {
        ReadOnlySpan<byte> snapshot = new(LentBlock.SnapshotOf(block), block->Bytes);
        if ((block->Access & CheckedAccess.Write) != 0 || Range.OfDifferent(block->Content, snapshot) is not { } written)
        {
            return null;
        }

        const string Where = "where the declaration lets it read only";
        string cure = $"Declare what C writes: {Writable(block)}.";
        return Report(NativeFault.WrittenReadOnly, block, written.Start, written.Of(block->Content), Where, cure);
    }

    /// <summary>Whether something was written after the call had returned.</summary>
    public static NativeFaultReport? Late(LentBlock* block)
    {
        if (block->IsPaged || Range.OfDifferent(block->All, LentBlock.Poison) is not { } late)
        {
            return null;
        }

        int offset = (int)(late.Start - (block->Data - block->Start));
        string when = $"after the call had returned, within {Math.Max(1, Environment.TickCount64 - block->ReturnedAt)} ms";
        NativeFaultReport report = Report(NativeFault.WrittenLate, block, offset, late.Of(block->All), when,
            "Native code keeps the address: declare the parameter [Retained(Until = …)], and pass a PinnedBuffer.");
        block->All.Fill(LentBlock.Poison);
        return report;
    }

    private static string Writable(LentBlock* block)
    {
        string type = CheckedFunction.Of(block->Function).Parameter(block->Parameter).Type;
        return type switch
        {
            _ when type.StartsWith("in ", StringComparison.Ordinal) => "ref " + type["in ".Length..],
            _ when type.StartsWith("ref readonly ", StringComparison.Ordinal) => "ref " + type["ref readonly ".Length..],
            _ when type.Contains("ReadOnly", StringComparison.Ordinal) => type.Replace("ReadOnly", "", StringComparison.Ordinal),
            _ when type.TrimEnd('?') == "string" => "a Span of its units",
            _ => "[In, Out] " + type,
        };
    }

    private static NativeFaultReport Report(
        NativeFault fault, LentBlock* block, int offset, ReadOnlySpan<byte> bytes, string where, string cure)
    {
        CheckedFunction function = CheckedFunction.Of(block->Function);
        CheckedParameter parameter = function.Parameter(block->Parameter);
        string count = bytes.Length == 1 ? "1 byte" : $"{bytes.Length} bytes";
        string subject = $"'{parameter.Name}' ({parameter.Type}, {block->Bytes} bytes) of '{function.Symbol}'";
        string text = $"{subject}: native code wrote {count} {where}, from offset {offset} on: {Hex(bytes)}. {cure}";
        return new NativeFaultReport(fault, text, function.Library, function.Symbol, parameter.Name, offset, bytes.ToArray());
    }

    private static string Hex(ReadOnlySpan<byte> bytes)
    {
        const int Most = 16; // A line of a dump.
        string text = Convert.ToHexString(bytes[..Math.Min(bytes.Length, Most)]);
        IEnumerable<string> pairs = text.Chunk(2).Select(static pair => new string(pair));
        return string.Join(' ', pairs) + (bytes.Length > Most ? " …" : "");
    }

    /// <summary>From the first to the last byte that is not what it should be.</summary>
    private readonly record struct Range(int Start, int End)
    {
        public static Range? OfDifferent(ReadOnlySpan<byte> bytes, byte expected)
        {
            int start = bytes.IndexOfAnyExcept(expected);
            return start < 0 ? null : new Range(start, bytes.LastIndexOfAnyExcept(expected) + 1);
        }

        public static Range? OfDifferent(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> expected)
        {
            int start = bytes.CommonPrefixLength(expected);
            if (start == bytes.Length)
            {
                return null;
            }

            int end = bytes.Length;
            while (bytes[end - 1] == expected[end - 1])
            {
                end--;
            }

            return new Range(start, end);
        }

        public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> bytes) => bytes[Start..End];
    }
}
