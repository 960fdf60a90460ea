using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;

namespace Ffi.Headers.Checking;

/// <summary>Compares a struct with the record that it stands for, on all platforms.</summary>
internal static class StructChecker
{
    public static IEnumerable<Finding> Check(StructPair pair, DigestIndex index, TypePairs pairs)
    {
        bool isNamedAlike = IsNamedAlike(pair.Managed.Name, pair.Native.Name);
        DifferenceJoiner joiner = new();
        foreach (Platform platform in index.Digest.Platforms.Where(pair.Native.Platforms.Contains))
        {
            List<Difference> differences = [];
            if (
                LayoutComparer.Compare(pair.Managed, pair.Native, index, platform) is { } layout
                && (layout.IsOfSign || !IsOfInnerStruct(pair, index, platform, pairs))
                && SeverityOf(layout, pair.Uses) is { } severity)
            {
                differences.Add(ToDifference(layout, pair, severity, isNamedAlike));
            }

            if (differences.TrueForAll(static difference => difference.Severity < FindingSeverity.Error))
            {
                differences.AddRange(CompareFields(pair, index, platform, pairs));
            }

            joiner.Add(platform, differences, pair.Native.Location);
        }

        return joiner.Join(pair.Native.Name).Select(finding => finding with
        {
            Origin = finding.Origin ?? pair.Managed.Origin ?? pair.Site.Origin,
            Parameter = null,
            MayBeOfLaterVersion = HasNewFields(pair, index),
        });
    }

    // Most of its fields have C's names, and one has a name that C doesn't have: at the end, or in what was padding.
    private static bool HasNewFields(StructPair pair, DigestIndex index)
    {
        string[] native = [.. pair.Native.Fields.Select(static field => Names.Plain(field.Name)).Where(static name => name.Length > 0)];
        int count = pair.Managed.Fields.Count;
        int known = pair.Managed.Fields.Count(field =>
            Array.Exists(native, name => Names.Plain(field.Name).StartsWith(name, StringComparison.Ordinal)));
        int least = count > native.Length ? 0 : 1;
        return known < count && 2 * known >= native.Length
            && index.Digest.Platforms.Where(pair.Native.Platforms.Contains).All(platform =>
                ManagedLayout.Of(pair.Managed, platform)?.Size - pair.Native.Layout.On(platform).Size >= least);
    }

    // A size matters where the other side makes the value, or where several are in a row.
    private static FindingSeverity? SeverityOf(LayoutDifference layout, StructUses uses)
    {
        bool isCopied = (uses & StructUses.Copied) != 0;
        bool isPassed = (uses & StructUses.Passed) != 0;
        return layout switch
        {
            { IsOfSign: true } => FindingSeverity.Info,
            { IsPrefix: true } => isCopied || isPassed ? FindingSeverity.Error : uses == StructUses.Named ? null : FindingSeverity.Info,
            { IsSurplus: true } => isCopied ? FindingSeverity.Error
                : (uses & StructUses.Read) != 0 && !isPassed ? FindingSeverity.Warning
                : uses == StructUses.Named ? null
                : FindingSeverity.Info,
            _ => FindingSeverity.Error,
        };
    }

    // A mistake of a nested struct is reported for the nested struct.
    private static bool IsOfInnerStruct(StructPair pair, DigestIndex index, Platform platform, TypePairs pairs)
    {
        bool found = false;
        foreach (PlacedField placed in ManagedLayout.Of(pair.Managed, platform)?.Fields ?? [])
        {
            if (placed.Field.Shape is StructShape { Struct: { Fields.Count: > 1 } inner }
                && pair.Native.FieldsOn(platform)
                    .Where(field => !field.IsBitfield && field.OffsetOn(platform) == placed.Offset)
                    .OrderByDescending(field => Names.AreAlike(field.Name, placed.Field.Name))
                    .FirstOrDefault()
                    is { Name.Length: > 0 } field
                && index.Resolve(field.Type.On(platform), platform) is NamedType { Name: var name }
                && index.FindType(name, platform) is CRecord record
                && LayoutComparer.Compare(inner, record, index, platform) is { IsOfSign: false })
            {
                // A union has room for what a member lacks at its end.
                pairs.Add(
                    inner,
                    record,
                    pair.Site,
                    pair.Native.Kind == RecordKind.Union ? StructUses.Pointed : pair.Uses | StructUses.Copied);
                found = true;
            }
        }

        return found;
    }

    private static Difference ToDifference(LayoutDifference layout, StructPair pair, FindingSeverity severity, bool isNamedAlike)
    {
        string use = isNamedAlike ? "" : $" for {pair.Site.Part} of '{pair.Site.Function}'";
        return new Difference(CheckRule.StructLayout, severity, $"'{pair.Managed.Name}' is not {pair.Native.Name}{use}: {layout.Text}")
        {
            // A struct that is another one altogether is wrong where it is used.
            Origin = isNamedAlike ? layout.Origin : pair.Site.Origin,
            Parameter = layout.IsOfSign ? -3 : -2,
        };
    }

    // What fields point to, and callbacks among them.
    private static IEnumerable<Difference> CompareFields(StructPair pair, DigestIndex index, Platform platform, TypePairs pairs)
    {
        if (ManagedLayout.Of(pair.Managed, platform) is not { } layout)
        {
            yield break;
        }

        ValueComparer values = new(index, platform, pairs);
        CField[] fields = [.. pair.Native.FieldsOn(platform).Where(static field => !field.IsBitfield)];
        for (int number = 0; number < layout.Fields.Count; number++)
        {
            PlacedField placed = layout.Fields[number];
            CField[] there = [.. fields.Where(field => field.OffsetOn(platform) == placed.Offset)];
            if (there is [{ } native] && placed.Field.Shape is PointerShape or CallbackShape or EnumShape or TextShape)
            {
                ValueSite site = new(
                    pair.Native.Name,
                    $"'{placed.Field.Name}'",
                    IsRead: (pair.Uses & (StructUses.Passed | StructUses.Copied)) == 0)
                {
                    Origin = placed.Field.Origin,
                };
                if (values.Compare(placed.Field.Shape, native.Type.On(platform), site) is { Rule: not CheckRule.IntegerWidth } difference)
                {
                    yield return difference with { Origin = placed.Field.Origin, Parameter = number };
                }
            }
        }
    }

    private static bool IsNamedAlike(string managed, string native)
    {
        string one = Names.Plain(managed);
        string other = Names.Plain(native);
        return one == other
            || Names.Endings(native.TrimEnd('_')).Contains(one)
            || other.Contains(one)
            || one.Contains(other)
            || Trim(one) == Trim(other);
    }

    // 'git_strarray_t' is 'GitStrArray'; 'ZSTD_inBuffer_s' is 'InBuffer'.
    private static string Trim(string name) =>
        name.EndsWith("t", StringComparison.Ordinal) || name.EndsWith("s", StringComparison.Ordinal)
            ? name.Substring(0, name.Length - 1)
            : name;
}
