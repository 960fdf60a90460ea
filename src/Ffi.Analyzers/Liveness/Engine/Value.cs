using System.Collections.Immutable;

namespace Ffi.Analyzers.Liveness.Engine;

/// <summary>What is known of a value on one path: facts, a constant, and the fields of a struct. Immutable, compared by content.</summary>
internal sealed class Value : IEquatable<Value>
{
    public static readonly object Null = new();
    public static readonly object NotNull = new();
    public static readonly Value Unknown = new();

    public ImmutableArray<Fact> Facts { get; private set; } = [];

    /// <summary>A constant, <see cref="Null"/> (also zero and <c>default</c>), <see cref="NotNull"/>; or null where nothing is known.</summary>
    public object? Known { get; private set; }

    /// <summary>The handle that was freed through the variable holding this value, which the release set to zero.</summary>
    public Resource? ZeroedFrom { get; private set; }

    /// <summary>The variable that a <c>ref</c> local or a flow capture stands for.</summary>
    public Place? Refers { get; private set; }

    private ImmutableSortedDictionary<string, Value>? fields;

    public IEnumerable<KeyValuePair<string, Value>> Fields => fields ?? Enumerable.Empty<KeyValuePair<string, Value>>();

    public static Value Of(object? known) => known is null ? Unknown : new() { Known = known };

    public static Value Of(Resource resource, Role role) => new() { Facts = [new(resource, role)] };

    public static Value Of(IEnumerable<Fact> facts)
    {
        ImmutableArray<Fact> distinct = [.. facts.Distinct()];
        return distinct.IsEmpty ? Unknown : new() { Facts = distinct };
    }

    public static Value Zeroed(Resource? from) => new() { Known = Null, ZeroedFrom = from };

    public bool IsNull => ReferenceEquals(Known, Null);

    public Value With(object known) => new() { Facts = Facts, Known = known, ZeroedFrom = ZeroedFrom, Refers = Refers, fields = fields };

    public Value WithRefers(Place? place) => new() { Facts = Facts, Known = Known, ZeroedFrom = ZeroedFrom, Refers = place, fields = fields };

    /// <summary>The facts alone, as what is computed from the value keeps them.</summary>
    public Value AsAddress() => Of(Facts.Select(f => f with { Role = f.Role == Role.Self ? Role.Address : f.Role }));

    public Value? Field(string path)
    {
        (string head, string tail) = Split(path);
        return fields is not null && fields.TryGetValue(head, out Value? field) ? tail.Length == 0 ? field : field.Field(tail) : null;
    }

    public Value WithField(string path, Value value)
    {
        (string head, string tail) = Split(path);
        Value inner = tail.Length == 0 ? value : (Field(head) ?? Unknown).WithField(tail, value);
        ImmutableSortedDictionary<string, Value> old = fields ?? ImmutableSortedDictionary.Create<string, Value>(StringComparer.Ordinal);
        return new() { Facts = Facts, Known = Known, ZeroedFrom = ZeroedFrom, Refers = Refers, fields = old.SetItem(head, inner) };
    }

    /// <summary>The facts of the value and of everything inside it.</summary>
    public IEnumerable<Fact> AllFacts => fields is null ? Facts : Facts.Concat(fields.Values.SelectMany(f => f.AllFacts));

    /// <summary>The value when a variable that its elements are found by has changed: what was stored in <c>[i]</c> is still there, elsewhere.</summary>
    public Value WithMovedElements(string element)
    {
        if (!HasElement(element))
        {
            return this;
        }

        var moved = new Value { Facts = Facts, Known = Known, ZeroedFrom = ZeroedFrom, Refers = Refers };
        foreach (KeyValuePair<string, Value> field in fields!)
        {
            Value inner = field.Value.WithMovedElements(element);
            bool isMoved = field.Key == element;
            if (!isMoved || inner.AllFacts.Any(f => f.Resource.Kind != ResourceKind.Opaque))
            {
                moved = moved.WithField(isMoved ? "[before " + element.Substring(1) : field.Key, inner);
            }
        }

        return moved;
    }

    public bool HasElement(string element) => fields is not null && (fields.ContainsKey(element) || fields.Values.Any(f => f.HasElement(element)));

    /// <summary>The value without a resource that is made anew, as an earlier turn of a loop left it.</summary>
    public Value Without(Resource resource)
    {
        if (!AllFacts.Any(f => f.Resource == resource) && ZeroedFrom != resource)
        {
            return this;
        }

        var kept = new Value { Facts = Facts.RemoveAll(f => f.Resource == resource), Refers = Refers };
        return fields is null ? kept : fields.Aggregate(kept, (value, field) => value.WithField(field.Key, field.Value.Without(resource)));
    }

    /// <summary>The value as an earlier turn of a loop left it, when the next one makes the resource anew.</summary>
    public Value With(Resource earlier, Resource insteadOf)
    {
        if (ZeroedFrom == insteadOf || !AllFacts.Any(f => f.Resource == insteadOf))
        {
            return Without(insteadOf);
        }

        var kept = new Value { Facts = [.. Facts.Select(f => f.Resource == insteadOf ? f with { Resource = earlier } : f).Distinct()], Known = Known, Refers = Refers };
        return fields is null ? kept : fields.Aggregate(kept, (value, field) => value.WithField(field.Key, field.Value.With(earlier, insteadOf)));
    }

    public bool Equals(Value? other) =>
        other is not null && Equals(Known, other.Known) && ZeroedFrom == other.ZeroedFrom && Equals(Refers, other.Refers)
        && Facts.SequenceEqual(other.Facts) && Fields.SequenceEqual(other.Fields);

    public override bool Equals(object? obj) => Equals(obj as Value);

    public override int GetHashCode() => Facts.Aggregate(Known?.GetHashCode() ?? 0, (hash, fact) => (hash * 31) + fact.GetHashCode());

    private static (string Head, string Tail) Split(string path)
    {
        int next = path.IndexOfAny(['.', '['], 1);
        return next < 0 ? (path, "") : (path.Substring(0, next), path.Substring(next));
    }
}
