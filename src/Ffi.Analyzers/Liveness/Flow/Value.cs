using System.Collections.Immutable;

namespace Ffi.Analyzers.Liveness.Flow;

/// <summary>What is known of a value on one path: facts, a constant, and what is inside it. Immutable, compared by content.</summary>
internal sealed class Value : IEquatable<Value>
{
    // The other values begin with it, so it comes first.
    private static readonly ImmutableDictionary<Term, Value> s_empty = ImmutableDictionary<Term, Value>.Empty;

    public static readonly object Null = new();
    public static readonly object NotNull = new();
    public static readonly Value Unknown = new();

    public ImmutableArray<Fact> Facts { get; private init; } = [];

    /// <summary>A constant, <see cref="Null"/> (also zero and <c>default</c>), <see cref="NotNull"/>; or null if nothing is
    /// known.</summary>
    public object? Known { get; private init; }

    /// <summary>The handle that was freed through the variable holding this value, which the release set to zero.</summary>
    public Resource? ZeroedFrom { get; private init; }

    /// <summary>The variable that a <c>ref</c> local or a flow capture stands for.</summary>
    public Place? Refers { get; private init; }

    /// <summary>What its members and elements hold.</summary>
    public ImmutableDictionary<Term, Value> Fields { get; private init; } = s_empty;

    public bool IsNull => ReferenceEquals(Known, Null);

    public bool IsNotNull => ReferenceEquals(Known, NotNull);

    /// <summary>Whether it is one number, text or answer.</summary>
    public bool IsConstant => Known is not null && !IsNull && !IsNotNull;

    /// <summary>The facts of the value and of everything inside it.</summary>
    public IEnumerable<Fact> AllFacts => Fields.IsEmpty ? Facts : Facts.Concat(Fields.Values.SelectMany(static f => f.AllFacts));

    public static Value Of(object? known) => known is null ? Unknown : new() { Known = known };

    public static Value Of(Resource resource, Role role) => new() { Facts = [new(resource, role)] };

    public static Value Of(IEnumerable<Fact> facts)
    {
        // In the order of the source, so that the order of the walk is none of the value's business.
        ImmutableArray<Fact> distinct =
        [
            .. facts
                .Distinct()
                .OrderBy(static f => f.Resource.Site.SpanStart)
                .ThenBy(static f => f.Resource.Kind)
                .ThenBy(static f => f.Role),
        ];
        return distinct.IsEmpty ? Unknown : new() { Facts = distinct };
    }

    public static Value Zeroed(Resource? from) => new() { Known = Null, ZeroedFrom = from };

    public Value With(object known) => new() { Facts = Facts, Known = known, ZeroedFrom = ZeroedFrom, Refers = Refers, Fields = Fields };

    public Value WithRefers(Place? place) =>
        Equals(Refers, place)
            ? this
            : new()
            {
                Facts = Facts,
                Known = Known,
                ZeroedFrom = ZeroedFrom,
                Refers = place,
                Fields = Fields,
            };

    public Value WithFact(Fact fact) =>
        new()
        {
            Facts = Of(Facts.Add(fact)).Facts,
            Known = Known,
            ZeroedFrom = ZeroedFrom,
            Refers = Refers,
            Fields = Fields,
        };

    /// <summary>The facts alone, as what is computed from the value keeps them.</summary>
    public Value AsAddress() => Of(Facts.Select(static f => f.Role == Role.Self ? f with { Role = Role.Address } : f));

    public Value? Field(ImmutableArray<Term> path)
    {
        Value? at = this;
        foreach (Term step in path)
        {
            if (at is null || !at.Fields.TryGetValue(step, out at))
            {
                return null;
            }
        }

        return at;
    }

    public Value WithField(Term step, Value value) => WithFields(Fields.SetItem(step, value));

    public Value WithField(ImmutableArray<Term> path, Value value)
    {
        if (path.IsEmpty)
        {
            return value;
        }

        Value inner = Fields.TryGetValue(path[0], out Value? old) ? old : Unknown;
        return WithField(path[0], inner.WithField(path.RemoveAt(0), value));
    }

    /// <summary>The value with another thing in the place of one, or with none; and the same inside it.</summary>
    public Value Replace(Resource resource, Resource? other)
    {
        bool isZeroed = ZeroedFrom == resource;
        if (!isZeroed && !AllFacts.Any(f => f.Resource == resource))
        {
            return this;
        }

        IEnumerable<Fact> facts = other is null || isZeroed
            ? Facts.Where(f => f.Resource != resource)
            : Facts.Select(f => f.Resource == resource ? f with { Resource = other } : f);
        return new()
        {
            Facts = Of(facts).Facts,
            Known = other is null || isZeroed ? null : Known,
            Refers = Refers,
            Fields = Fields.ToImmutableDictionary(static f => f.Key, f => f.Value.Replace(resource, other)),
        };
    }

    /// <summary>The value with what it has inside changed.</summary>
    public Value WithFields(ImmutableDictionary<Term, Value> fields) =>
        new()
        {
            Facts = Facts,
            Known = Known,
            ZeroedFrom = ZeroedFrom,
            Refers = Refers,
            Fields = fields,
        };

    public bool Equals(Value? other) =>
        ReferenceEquals(this, other)
        || (
            other is not null
            && Equals(Known, other.Known)
            && ZeroedFrom == other.ZeroedFrom
            && Equals(Refers, other.Refers)
            && Facts.SequenceEqual(other.Facts)
            && Fields.Count == other.Fields.Count
            && Fields.All(f => other.Fields.TryGetValue(f.Key, out Value? value) && f.Value.Equals(value)));

    public override bool Equals(object? obj) => Equals(obj as Value);

    public override int GetHashCode() =>
        Facts.Aggregate(Known?.GetHashCode() ?? 0, static (hash, fact) => unchecked((hash * 31) + fact.GetHashCode()));
}
