using Ffi.Headers.Digest;
using Ffi.Tool.Reading;

namespace Ffi.Tool.Comparing;

/// <summary>Finds what an upgrade of a library means for declarations that were made for the older headers.</summary>
internal sealed class DigestComparer
{
    private readonly HeaderDigest _older;
    private readonly HeaderDigest _newer;
    private readonly PlatformSet _platforms;
    private readonly ItemComparer _items;
    private readonly TypeUsers _users;

    private DigestComparer(HeaderDigest older, HeaderDigest newer)
    {
        _older = older;
        _newer = newer;
        _platforms = older.Platforms.Intersect(newer.Platforms);
        _items = new ItemComparer(new DigestIndex(older), new DigestIndex(newer));
        _users = new TypeUsers(newer);
    }

    /// <summary>The changes, by kind and in the newer header's order; what is gone stands last.</summary>
    public static IReadOnlyList<DigestChange> Compare(HeaderDigest older, HeaderDigest newer)
    {
        DigestComparer comparer = new(older, newer);
        return
        [
            .. comparer.CompareItems(older.Functions, newer.Functions, "function", comparer._items.Functions),
            .. comparer.CompareItems(TypesOf(older), TypesOf(newer), null, comparer._items.Types),
            .. comparer.CompareItems(older.Variables, newer.Variables, "variable", comparer._items.Variables),
            .. comparer.CompareItems(
                ValuesOf(older),
                ValuesOf(newer),
                null,
                static (before, after, platform) =>
                    before.TextOn(platform) == after.TextOn(platform) ? [] : [$"is {after.TextOn(platform)}, was {before.TextOn(platform)}"]
            ),
        ];
    }

    private static IEnumerable<CItem> TypesOf(HeaderDigest digest) =>
        ((IEnumerable<CItem>)[.. digest.Records, .. digest.Opaques, .. digest.Enums, .. digest.Typedefs]).Where(static item =>
            item.Name.Length > 0);

    // To a program it is the same whether a number's name is a macro or an enum's member.
    private static IEnumerable<ValueItem> ValuesOf(HeaderDigest digest) =>
        [
            .. digest.Enums.SelectMany(item =>
                item.Members.Select(member => new ValueItem(member.Name, platform => ItemComparer.ValueText(member.Value.On(platform)))
                {
                    Platforms = item.Platforms.Intersect(member.Platforms),
                    Location = item.Location,
                })),
            .. digest.Constants.Select(static constant => new ValueItem(constant.Name, platform => constant.Value.On(platform).ToString()!)
            {
                Platforms = constant.Platforms,
                Location = constant.Location,
            }),
        ];

    private IEnumerable<DigestChange> CompareItems<T>(
        IEnumerable<T> older,
        IEnumerable<T> newer,
        string? kind,
        Func<T, T, Platform, IEnumerable<string>> compare)
        where T : CItem
    {
        ILookup<string, T> before = older.ToLookup(static item => item.Name, StringComparer.Ordinal);
        ILookup<string, T> after = newer.ToLookup(static item => item.Name, StringComparer.Ordinal);
        foreach (
            string name in after
                .Select(static group => group.Key)
                .Concat(before.Select(static group => group.Key).Where(name => !after.Contains(name))))
        {
            foreach (
                IGrouping<Change, Platform> group in _platforms
                    .Select(platform => (Platform: platform, Change: On(platform, before[name], after[name], compare)))
                    .Where(static pair => pair.Change.Impact != ChangeImpact.None)
                    .GroupBy(static pair => pair.Change, static pair => pair.Platform))
            {
                T item = after[name].Concat(before[name]).First();
                PlatformSet where = PlatformSet.Of(group);
                yield return DigestChange.At(group.Key.Impact, kind ?? KindOf(item), name, group.Key.Details, item.Location) with
                {
                    Platforms = where == _platforms ? null : where.ToString(_platforms),
                    UsedBy = item is CFunction or CVariable or ValueItem || group.Key.Impact != ChangeImpact.Breaks ? [] : _users.Of(name),
                };
            }
        }
    }

    private Change On<T>(Platform platform, IEnumerable<T> older, IEnumerable<T> newer, Func<T, T, Platform, IEnumerable<string>> compare)
        where T : CItem
    {
        T? before = older.FirstOrDefault(item => item.Platforms.Contains(platform));
        T? after = newer.FirstOrDefault(item => item.Platforms.Contains(platform));
        return (before, after) switch
        {
            (null, null) => Change.Nothing,
            (null, _) => new Change(ChangeImpact.Adds, ["is new"]),
            (_, null) => new Change(ChangeImpact.Breaks, [Gone(before)]),
            _ when compare(before, after, platform).ToArray() is { Length: > 0 } details => new Change(ChangeImpact.Breaks, details),
            _ when ItemComparer.Notes(before, after, platform).ToArray() is { Length: > 0 } notes => new Change(ChangeImpact.Notes, notes),
            _ => Change.Nothing,
        };
    }

    private string Gone(CItem item) =>
        item is CFunction && _newer.Macros.Any(macro => macro.Name == item.Name) ? "is a macro now, and no library exports it" : "is gone";

    private static string KindOf(CItem item) => item is ValueItem ? "constant" : ItemKinds.NameOf(ItemKinds.KindOf(item));

    private sealed record ValueItem(string Name, Func<Platform, string> TextOn) : CItem(Name);

    private sealed class Change(ChangeImpact impact, IReadOnlyList<string> details) : IEquatable<Change>
    {
        public static Change Nothing { get; } = new(ChangeImpact.None, []);

        public ChangeImpact Impact { get; } = impact;

        public IReadOnlyList<string> Details { get; } = details;

        public bool Equals(Change? other) => other is not null && Impact == other.Impact && Details.SequenceEqual(other.Details);

        public override bool Equals(object? obj) => Equals(obj as Change);

        public override int GetHashCode() => Details.Aggregate((int)Impact, HashCode.Combine);
    }
}
