using System.Numerics;
using Ffi.Headers.Digest;

namespace Ffi.Tool.Comparing;

/// <summary>Compares a declaration of an older header with that of a newer one, on a platform.</summary>
internal sealed class ItemComparer(DigestIndex older, DigestIndex newer)
{
    private readonly TypeComparer _types = new(older, newer);

    /// <summary>What differs between two functions.</summary>
    public IEnumerable<string> Functions(CFunction before, CFunction after, Platform platform)
    {
        if (!before.IsInline && after.IsInline)
        {
            yield return "is inline now, and no library exports it";
        }

        if (before.SymbolOn(platform) != after.SymbolOn(platform))
        {
            yield return $"is exported as {after.SymbolOn(platform)}, was {before.SymbolOn(platform)}";
        }

        if (before.Convention != after.Convention)
        {
            yield return $"has the convention {after.Convention}, had {before.Convention}";
        }

        if (before.IsVariadic != after.IsVariadic)
        {
            yield return after.IsVariadic ? "takes variable arguments now" : "takes no variable arguments now";
        }

        if (!_types.IsSame(before.Result.On(platform), after.Result.On(platform), platform))
        {
            yield return $"returns {after.Result.On(platform)}, was {before.Result.On(platform)}";
        }

        if (before.IsUnprototyped || after.IsUnprototyped)
        {
            yield break;
        }

        if (before.Parameters.Count != after.Parameters.Count)
        {
            yield return $"takes {Parameters(after, platform)}, was {Parameters(before, platform)}";
            yield break;
        }

        for (int index = 0; index < before.Parameters.Count; index++)
        {
            CType left = before.Parameters[index].Type.On(platform);
            CType right = after.Parameters[index].Type.On(platform);
            if (!_types.IsSame(left, right, platform))
            {
                yield return $"parameter {after.Parameters[index].Name ?? (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)} is {right}, was {left}";
            }
        }
    }

    /// <summary>What differs between two structs or unions.</summary>
    public IEnumerable<string> Records(CRecord before, CRecord after, Platform platform)
    {
        if (before.Kind != after.Kind)
        {
            yield return $"is a {after.Kind.ToString().ToLowerInvariant()}, was a {before.Kind.ToString().ToLowerInvariant()}";
        }

        CField[] left = [.. before.FieldsOn(platform)];
        CField[] right = [.. after.FieldsOn(platform)];
        Dictionary<string, CField> known = ByName(left);
        Dictionary<string, CField> now = ByName(right);
        foreach ((string name, CField field) in now)
        {
            if (!known.TryGetValue(name, out CField? old))
            {
                yield return $"field {name} is new: {Text(field, platform)}";
                continue;
            }

            if (old.BitWidth != field.BitWidth || !_types.IsSame(old.Type.On(platform), field.Type.On(platform), platform))
            {
                yield return $"field {name} is {Text(field, platform)}, was {Text(old, platform)}";
            }
            else if (old.BitOffset.On(platform) != field.BitOffset.On(platform))
            {
                yield return $"field {name} is at {Offset(field, platform)}, was at {Offset(old, platform)}";
            }
        }

        foreach (string name in known.Keys.Where(name => !now.ContainsKey(name)))
        {
            yield return $"field {name} is gone";
        }

        RecordLayout oldLayout = before.Layout.On(platform);
        RecordLayout newLayout = after.Layout.On(platform);
        if (oldLayout.Size != newLayout.Size)
        {
            yield return $"has {newLayout.Size} bytes, had {oldLayout.Size}";
        }

        if (oldLayout.Alignment != newLayout.Alignment)
        {
            yield return $"is aligned to {newLayout.Alignment}, was to {oldLayout.Alignment}";
        }
    }

    /// <summary>What differs between two types of one name.</summary>
    public IEnumerable<string> Types(CItem before, CItem after, Platform platform) =>
        (before, after) switch
        {
            (CRecord left, CRecord right) => Records(left, right, platform),
            (COpaque, COpaque) => [],
            (COpaque, CRecord) => [],
            (CRecord, COpaque) => ["has no visible fields now"],
            (CEnum left, CEnum right) => older.LayoutOf(left.Type.On(platform), platform)?.Size
            == newer.LayoutOf(right.Type.On(platform), platform)?.Size
                ? []
                : [$"is {right.Type.On(platform)}, was {left.Type.On(platform)}"],
            _ => Typedefs(before, after, platform),
        };

    /// <summary>What differs between two variables.</summary>
    public IEnumerable<string> Variables(CVariable before, CVariable after, Platform platform) =>
        _types.IsSame(before.Type.On(platform), after.Type.On(platform), platform)
            ? []
            : [$"is {after.Type.On(platform)}, was {before.Type.On(platform)}"];

    /// <summary>What is only written otherwise: who declared it is right as before.</summary>
    public static IEnumerable<string> Notes(CItem before, CItem after, Platform platform) =>
        (before, after) switch
        {
            (CFunction left, CFunction right) when left.Parameters.Count == right.Parameters.Count => left
                .Parameters.Zip(right.Parameters, (old, now) => Note($"parameter {now.Name}", old.Type.On(platform), now.Type.On(platform)))
                .Append(Note("result", left.Result.On(platform), right.Result.On(platform)))
                .OfType<string>(),
            (CRecord left, CRecord right) => left.FieldsOn(platform)
                .Join(
                    right.FieldsOn(platform),
                    static field => field.Name,
                    static field => field.Name,
                    (old, now) => Note($"field {now.Name}", old.Type.On(platform), now.Type.On(platform)),
                    StringComparer.Ordinal)
                .OfType<string>(),
            _ => [],
        };

    /// <summary>The values of a name, as text that is equal for equal values.</summary>
    public static string ValueText(object value) => value switch
    {
        BigInteger number => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string? Note(string part, CType before, CType after) =>
        before == after ? null : $"{part} is now written {after}, was {before}";

    private IEnumerable<string> Typedefs(CItem before, CItem after, Platform platform)
    {
        CType left = older.Resolve(new NamedType(before.Name), platform);
        CType right = newer.Resolve(new NamedType(after.Name), platform);
        return _types.IsSame(left, right, platform) ? [] : [$"is {Describe(after, right)}, was {Describe(before, left)}"];
    }

    private static string Describe(CItem item, CType resolved) =>
        item is CTypedef ? resolved.ToString() : Reading.ItemKinds.NameOf(Reading.ItemKinds.KindOf(item));

    private static Dictionary<string, CField> ByName(CField[] fields)
    {
        Dictionary<string, CField> named = new(StringComparer.Ordinal);
        int unnamed = 0;
        foreach (CField field in fields)
        {
            named.TryAdd(field.Name.Length > 0 ? field.Name : $"(unnamed {unnamed++})", field);
        }

        return named;
    }

    private static string Parameters(CFunction function, Platform platform) =>
        "("
        + string.Join(
            ", ",
            function.Parameters.Select(parameter => (parameter.Name is { } name ? name + ": " : "") + parameter.Type.On(platform)))
        + ")";

    private static string Text(CField field, Platform platform) =>
        $"{field.Type.On(platform)}{(field.BitWidth is { } width ? $":{width}" : "")} at {Offset(field, platform)}";

    private static string Offset(CField field, Platform platform) =>
        field.IsBitfield
            ? $"{field.BitOffset.On(platform) / 8}.{field.BitOffset.On(platform) % 8}"
            : field.OffsetOn(platform).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
