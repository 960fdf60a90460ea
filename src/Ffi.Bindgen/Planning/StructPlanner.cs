using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Planning;

/// <summary>Plans structs and unions, so that .NET gives each field the offset that C does on every platform.</summary>
internal sealed class StructPlanner(TypeCatalog types)
{
    private readonly Dictionary<CRecord, StructLayoutPlan> _layouts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<CRecord, StructPlan> _plans = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<CRecord> _wanted = [];
    private readonly HashSet<CRecord> _seen = new(ReferenceEqualityComparer.Instance);

    /// <summary>The layout of a record: whether C# can say it, and how.</summary>
    public StructLayoutPlan LayoutOf(CRecord record)
    {
        if (!_layouts.TryGetValue(record, out StructLayoutPlan? layout))
        {
            // A record can't hold itself; in headers with errors it may, and then it can't be said.
            _layouts.Add(record, new StructLayoutPlan("it holds itself"));
            _layouts[record] = layout = new StructLayoutPlanner(types).Plan(record);
        }

        return layout;
    }

    /// <summary>Asks for a record to be in the binding.</summary>
    public void Want(CRecord record)
    {
        if (LayoutOf(record).Obstacle is null && _seen.Add(record))
        {
            _wanted.Enqueue(record);
        }
    }

    /// <summary>Plans what was asked for, and what that needs.</summary>
    public void PlanWanted()
    {
        while (_wanted.TryDequeue(out CRecord? record))
        {
            _plans.Add(record, new StructMemberPlanner(types, record, LayoutOf(record)).Plan());
        }
    }

    public StructPlan? FindPlanned(CRecord record) => _plans.GetValueOrDefault(record);
}

/// <summary>How C# says a layout.</summary>
/// <param name="Obstacle">Why it can't; null if it can.</param>
internal sealed record StructLayoutPlan(string? Obstacle)
{
    /// <summary>Whether each field has its offset written down.</summary>
    public bool IsExplicit { get; init; }

    /// <summary>The most that a field is aligned to; null for what .NET does by itself.</summary>
    public int? Pack { get; init; }

    /// <summary>The size, where the fields don't tell it.</summary>
    public long? Size { get; init; }

    /// <summary>Which value is at which offset.</summary>
    public IReadOnlyList<Slot> Slots { get; init; } = [];

    /// <summary>The alignment that .NET gives it, by platform.</summary>
    public PerPlatform<int>? Alignment { get; init; }
}

/// <summary>A field of C#: one of C's, or the memory of some bitfields.</summary>
/// <param name="Name">The C name; of bitfields' memory, a name for it.</param>
/// <param name="Type">The type.</param>
/// <param name="Offsets">Where it begins, in bytes.</param>
/// <param name="Field">The field of C; null for bitfields' memory.</param>
/// <param name="Bits">The bitfields that are in it.</param>
internal sealed record Slot(string Name, PerPlatform<Value> Type, PerPlatform<long> Offsets, CField? Field, IReadOnlyList<CField> Bits);
