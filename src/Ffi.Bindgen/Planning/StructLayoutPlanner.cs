using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Planning;

/// <summary>Finds how C# can say a record's layout: fields in order, packed, or each at its offset.</summary>
internal sealed class StructLayoutPlanner(TypeCatalog types)
{
    private static readonly int?[] s_packs = [null, 4, 2, 1];

    private readonly ValueMapper _values = new(types, isForLayout: true);

    public StructLayoutPlan Plan(CRecord record)
    {
        Platform[] platforms = [.. record.Platforms.Intersect(types.Platforms)];
        if (FindObstacle(record, platforms) is { } obstacle)
        {
            return new StructLayoutPlan(obstacle);
        }

        List<Slot> slots = [];
        for (int index = 0; index < record.Fields.Count; index++)
        {
            CField field = record.Fields[index];
            if (field.IsBitfield)
            {
                int count = record.Fields.Skip(index).TakeWhile(static next => next.IsBitfield).Count();
                IReadOnlyList<Slot>? memory = record.Kind == RecordKind.Union
                    ? BitfieldSlots.Each([field], record)
                    : BitfieldSlots.Of([.. record.Fields.Skip(index).Take(count)], index, count, record);
                if (memory is null)
                {
                    return new StructLayoutPlan($"the bitfield {field.Name} is where no number of C# can be");
                }

                slots.AddRange(memory);
                index += record.Kind == RecordKind.Union ? 0 : count - 1;
                continue;
            }

            if (IsFlexible(field))
            {
                continue;
            }

            if (SlotOf(field, platforms) is not { } slot)
            {
                return new StructLayoutPlan(WhyNot(field, platforms));
            }

            slots.Add(slot);
        }

        return Arrange(record, slots, platforms);
    }

    /// <summary>Whether a field is an array whose length only the program knows.</summary>
    public static bool IsFlexible(CField field) => field.Type.First is ArrayType { Length: null or 0 };

    private static string? FindObstacle(CRecord record, Platform[] platforms)
    {
        if (record.Fields.Any(field => !field.Platforms.Includes(PlatformSet.Of(platforms))))
        {
            return "its fields differ between platforms";
        }

        return platforms.Any(platform => record.Layout.On(platform).Size == 0) ? "it has no size"
            : platforms.Any(platform => record.Layout.On(platform).Alignment > 8) ? "it is aligned to more than 8 bytes"
            : null;
    }

    private Slot? SlotOf(CField field, Platform[] platforms)
    {
        List<(Platform, Value)> values = [];
        foreach (Platform platform in platforms)
        {
            if (_values.InMemory(field.Type.On(platform), platform) is not { } value)
            {
                return null;
            }

            values.Add((platform, value));
        }

        if (ValueUnion.Of(values) is not { } joined)
        {
            return null;
        }

        PerPlatform<Value> type = PerPlatform.Of(values.Select(pair => new PlatformVariant<Value>(
            PlatformSet.Of(pair.Item1), joined with { Size = pair.Item2.Size, Alignment = pair.Item2.Alignment })));
        return new Slot(field.Name, type, field.BitOffset.Select(static bits => bits / 8), field, []);
    }

    private string WhyNot(CField field, Platform[] platforms)
    {
        foreach (Platform platform in platforms)
        {
            if (_values.InMemory(field.Type.On(platform), platform) is null)
            {
                return $"its field {field.Name} is {_values.WhyNot(field.Type.On(platform), platform)}";
            }
        }

        return $"its field {field.Name} has other types on other platforms";
    }

    private static StructLayoutPlan Arrange(CRecord record, List<Slot> slots, Platform[] platforms)
    {
        if (record.Kind == RecordKind.Struct)
        {
            foreach (int? pack in s_packs)
            {
                if (platforms.All(platform => HasOffsets(slots, platform, pack)))
                {
                    return WithSize(record, new StructLayoutPlan((string?)null) { Pack = pack, Slots = slots }, platforms);
                }
            }
        }

        bool areSame = slots.All(static slot => slot.Offsets.IsUniform) || record.Kind == RecordKind.Union;
        if (!areSame)
        {
            return new StructLayoutPlan("the offsets of its fields differ between platforms");
        }

        bool isAligned = platforms.All(platform => slots.All(slot => slot.Offsets.On(platform) % slot.Type.On(platform).Alignment == 0));
        return WithSize(
            record,
            new StructLayoutPlan((string?)null)
            {
                IsExplicit = true,
                Pack = isAligned ? null : 1,
                Slots = slots,
            },
            platforms);
    }

    private static bool HasOffsets(List<Slot> slots, Platform platform, int? pack)
    {
        long offset = 0;
        foreach (Slot slot in slots)
        {
            Value type = slot.Type.On(platform);
            offset = RoundUp(offset, Math.Min(type.Alignment, pack ?? 8));
            if (offset != slot.Offsets.On(platform))
            {
                return false;
            }

            offset += type.Size;
        }

        return true;
    }

    // .NET rounds up to the alignment; what C adds beyond that is written down, which only one size for all platforms can be.
    private static StructLayoutPlan WithSize(CRecord record, StructLayoutPlan plan, Platform[] platforms)
    {
        PerPlatform<int> alignment = PerPlatform.Of(platforms.Select(platform => new PlatformVariant<int>(
            PlatformSet.Of(platform),
            plan.Slots.Select(slot => Math.Min(slot.Type.On(platform).Alignment, plan.Pack ?? 8)).DefaultIfEmpty(1).Max())));
        bool fits = platforms.All(platform => RoundUp(EndOf(plan, platform), alignment.On(platform)) == record.Layout.On(platform).Size);
        if (fits)
        {
            return plan with { Alignment = alignment };
        }

        return record.Layout.Select(static layout => layout.Size) is { IsUniform: true, First: var size }
            && platforms.All(platform => EndOf(plan, platform) <= size && size % alignment.On(platform) == 0)
            ? plan with { Alignment = alignment, Size = size }
            : new StructLayoutPlan("its size and its fields differ between platforms in different ways");
    }

    private static long EndOf(StructLayoutPlan plan, Platform platform) =>
        plan.Slots.Select(slot => slot.Offsets.On(platform) + slot.Type.On(platform).Size).DefaultIfEmpty(1).Max();

    private static long RoundUp(long offset, long alignment) => (offset + alignment - 1) / alignment * alignment;
}
