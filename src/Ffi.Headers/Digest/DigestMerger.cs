namespace Ffi.Headers.Digest;

/// <summary>Makes one digest of those of several platforms.</summary>
public static class DigestMerger
{
    /// <summary>Joins digests whose platforms differ. What the first says of the library is kept; order is the first's, with what others
    /// add behind what comes before it there.</summary>
    public static HeaderDigest Merge(IReadOnlyList<HeaderDigest> digests)
    {
        PlatformSet all = digests.Aggregate(PlatformSet.None, static (set, digest) => set.Union(digest.Platforms));
        return digests[0] with
        {
            Platforms = all,
            Opaques = Join(
                digests,
                all,
                static digest => digest.Opaques,
                static item => (item.Name, item.Kind),
                static (first, _) => first),
            Records = Join(digests, all, static digest => digest.Records, static item => (item.Name, item.Kind), JoinRecords),
            Enums = Join(digests, all, static digest => digest.Enums, EnumKey, JoinEnums),
            Typedefs = Join(digests, all, static digest => digest.Typedefs, static item => item.Name, static (first, parts) =>
                first with { Type = JoinFacts(parts, static item => item.Type) }),
            Functions = Join(digests, all, static digest => digest.Functions, FunctionKey, JoinFunctions),
            Variables = Join(
                digests,
                all,
                static digest => digest.Variables,
                static item => (item.Name, item.IsConst),
                static (first, parts) =>
                    first with
                    {
                        Type = JoinFacts(parts, static item => item.Type),
                        Symbol = JoinSymbols(parts, static item => item.Symbol, first.Name),
                    }),
            Constants = Join(
                digests,
                all,
                static digest => digest.Constants,
                static item => item.Name,
                static (first, parts) =>
                    first with
                    {
                        Type = JoinFacts(parts, static item => item.Type),
                        Value = JoinFacts(parts, static item => item.Value),
                    }),
            Macros = Join(
                digests,
                all,
                static digest => digest.Macros,
                static item => (item.Name, item.Parameters),
                static (first, parts) => first with { Body = JoinFacts(parts, static item => item.Body) }),
        };
    }

    private static EquatableArray<TItem> Join<TItem, TKey>(
        IReadOnlyList<HeaderDigest> digests,
        PlatformSet all,
        Func<HeaderDigest, IEnumerable<TItem>> select,
        Func<TItem, TKey> key,
        Func<TItem, IReadOnlyList<Part<TItem>>, TItem> join)
        where TItem : CItem
        where TKey : notnull
    {
        OrderedJoin<TKey, Part<TItem>> joined = new();
        foreach (HeaderDigest digest in digests)
        {
            joined.Add(select(digest).Select(item => (key(item), new Part<TItem>(item.Platforms.Intersect(digest.Platforms), item))));
        }

        return joined.Groups.Select(parts =>
        {
            TItem first = parts[0].Item;
            return join(first, parts) with
            {
                Platforms = Whole(Union(parts), all),
                Location = parts.Select(static part => part.Item.Location).FirstOrDefault(static location => location is not null),
                Documentation = parts.Select(static part => part.Item.Documentation).FirstOrDefault(static text => text is not null),
                Attributes = parts.SelectMany(static part => part.Item.Attributes).Distinct().ToEquatableArray(),
            };
        }).ToEquatableArray();
    }

    // Fields and members, which are in the order of their record or enum.
    private static EquatableArray<TMember> JoinMembers<TItem, TMember>(
        IReadOnlyList<Part<TItem>> items,
        Func<TItem, IEnumerable<TMember>> select,
        Func<IEnumerable<TMember>, IEnumerable<(object Key, TMember Member)>> number,
        Func<TMember, PlatformSet> platforms,
        Func<TMember, IReadOnlyList<Part<TMember>>, PlatformSet, TMember> join)
    {
        OrderedJoin<object, Part<TMember>> joined = new();
        foreach (Part<TItem> item in items)
        {
            joined.Add(
                number(select(item.Item))
                    .Select(pair => (pair.Key, new Part<TMember>(platforms(pair.Member).Intersect(item.Platforms), pair.Member))));
        }

        PlatformSet all = Union(items);
        return joined.Groups.Select(parts => join(parts[0].Item, parts, Whole(Union(parts), all))).ToEquatableArray();
    }

    private static CRecord JoinRecords(CRecord first, IReadOnlyList<Part<CRecord>> parts) =>
        first with
        {
            Layout = JoinFacts(parts, static item => item.Layout),
            Fields = JoinMembers(
                parts,
                static record => record.Fields,
                NumberFields,
                static field => field.Platforms,
                static (field, fields, platforms) =>
                    field with
                    {
                        Type = JoinFacts(fields, static part => part.Type),
                        BitOffset = JoinFacts(fields, static part => part.BitOffset),
                        Platforms = platforms,
                    }),
        };

    // A record may have several fields without a name, and a bitfield of another width is another field.
    private static IEnumerable<(object Key, CField Field)> NumberFields(IEnumerable<CField> fields)
    {
        int unnamed = 0;
        foreach (CField field in fields)
        {
            yield return ((field.Name, field.BitWidth, field.Name.Length == 0 ? unnamed++ : 0), field);
        }
    }

    private static CEnum JoinEnums(CEnum first, IReadOnlyList<Part<CEnum>> parts) =>
        first with
        {
            Type = JoinFacts(parts, static item => item.Type),
            Members = JoinMembers(
                parts,
                static item => item.Members,
                static members => members.Select(static member => ((object)member.Name, member)),
                static member => member.Platforms,
                static (member, members, platforms) =>
                    member with
                    {
                        Value = JoinFacts(members, static part => part.Value),
                        Platforms = platforms,
                    }),
        };

    private static CFunction JoinFunctions(CFunction first, IReadOnlyList<Part<CFunction>> parts) => first with
    {
        Result = JoinFacts(parts, static item => item.Result),
        Parameters = first.Parameters.Select((parameter, index) => parameter with
        {
            Name = parts.Select(part => part.Item.Parameters[index].Name).FirstOrDefault(static name => name is not null),
            Type = JoinFacts(parts, item => item.Parameters[index].Type),
        }).ToEquatableArray(),
        Symbol = JoinSymbols(parts, static item => item.Symbol, first.Name),
    };

    private static object FunctionKey(CFunction item) =>
        (item.Name, item.Parameters.Count, item.IsVariadic, item.IsInline, item.IsUnprototyped, item.Convention);

    // Enums without a name are told apart by their first member.
    private static object EnumKey(CEnum item) =>
        item.Name.Length > 0 ? item.Name : (item.Name, item.Members.Count > 0 ? item.Members[0].Name : "");

    private static PerPlatform<TFact> JoinFacts<TItem, TFact>(IReadOnlyList<Part<TItem>> parts, Func<TItem, PerPlatform<TFact>> select)
        where TFact : notnull =>
        PerPlatform.Of(parts.SelectMany(part => select(part.Item).Variants
            .Select(variant => new PlatformVariant<TFact>(variant.Platforms.Intersect(part.Platforms), variant.Value))
            .Where(static variant => !variant.Platforms.IsEmpty)));

    private static PerPlatform<string>? JoinSymbols<TItem>(
        IReadOnlyList<Part<TItem>> parts,
        Func<TItem, PerPlatform<string>?> select,
        string name)
    {
        if (parts.All(part => select(part.Item) is null))
        {
            return null;
        }

        PerPlatform<string> symbols = JoinFacts(parts, item => select(item) ?? PerPlatform.Same(name));
        return symbols.IsUniform && symbols.First == name ? null : symbols;
    }

    private static PlatformSet Union<T>(IReadOnlyList<Part<T>> parts) =>
        parts.Aggregate(PlatformSet.None, static (set, part) => set.Union(part.Platforms));

    private static PlatformSet Whole(PlatformSet set, PlatformSet all) => set.Includes(all) ? PlatformSet.All : set;

    private readonly record struct Part<T>(PlatformSet Platforms, T Item);
}
