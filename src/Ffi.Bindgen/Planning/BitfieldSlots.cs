using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Planning;

/// <summary>Finds numbers of C# over the bytes of bitfields.</summary>
internal static class BitfieldSlots
{
    /// <summary>Numbers over a run of bitfields that follow one another; null if there are none.</summary>
    /// <param name="fields">The run.</param>
    /// <param name="first">Its place among the record's fields.</param>
    /// <param name="count">How many of the record's fields it has.</param>
    /// <param name="record">The record.</param>
    public static IReadOnlyList<Slot>? Of(IReadOnlyList<CField> fields, int first, int count, CRecord record)
    {
        if (fields.Any(static field => !field.BitOffset.IsUniform))
        {
            return null;
        }

        long size = record.Layout.Variants.Min(static variant => variant.Value.Size);
        long limit =
            first + count < record.Fields.Count
                ? record.Fields[first + count].BitOffset.Variants.Min(static variant => variant.Value) / 8
                : size;
        List<Slot> slots = [];
        long free = 0;
        for (int index = 0; index < fields.Count;)
        {
            (int taken, Slot? slot) = Take(fields, index, free, limit, slots.Count);
            if (slot is null)
            {
                // As C's compilers do, then, over neighbours too: each bit is written back as it was.
                (taken, slot) = Take(fields, index, 0, size, slots.Count);
            }

            if (slot is null)
            {
                return null;
            }

            slots.Add(slot);
            free = slot.Offsets.First + slot.Type.First.Size;
            index += taken;
        }

        return slots;
    }

    /// <summary>A number for each bitfield of a union.</summary>
    public static IReadOnlyList<Slot>? Each(IReadOnlyList<CField> fields, CRecord record) =>
        Take(fields, 0, 0, record.Layout.Variants.Min(static variant => variant.Value.Size), record.Fields.ToList().IndexOf(fields[0])).Slot
            is { } slot
            ? [slot]
            : null;

    // The smallest aligned number that holds as many as possible; else one that is not aligned.
    private static (int Taken, Slot? Slot) Take(IReadOnlyList<CField> fields, int index, long free, long limit, int number)
    {
        for (int end = fields.Count; end > index; end--)
        {
            long firstBit = fields[index].BitOffset.First;
            long lastBit = fields[end - 1].BitOffset.First + fields[end - 1].BitWidth!.Value;
            foreach (bool isAligned in (bool[])[true, false])
            {
                foreach (int size in (int[])[1, 2, 4, 8])
                {
                    long start = isAligned ? firstBit / 8 / size * size : firstBit / 8;
                    if (start >= free && start + size <= limit && lastBit <= (start + size) * 8)
                    {
                        return (end - index, SlotOf([.. fields.Skip(index).Take(end - index)], start, size, number));
                    }
                }
            }
        }

        return (0, null);
    }

    private static Slot SlotOf(IReadOnlyList<CField> bits, long start, int size, int number) =>
        new($"bits{number}", PerPlatform.Same(ValueUnion.Number(size, isSigned: false)), PerPlatform.Same(start), null, bits);
}
