using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;

namespace Ffi.Headers.Checking;

/// <summary>Compares the memory of a struct with that of C's, on one platform.</summary>
/// <remarks>What counts is which value is at which offset, not how it is cut: two numbers of 4 bytes may stand for one of 8, an array for
/// fields of its type, bytes for anything.</remarks>
internal sealed class LayoutComparer
{
    private static readonly string[] s_paddings = ["pad", "reserved", "unused", "dummy", "spare"];

    private readonly ManagedStruct _type;
    private readonly ManagedLayout _layout;
    private readonly IReadOnlyList<Cell> _managed;
    private readonly IReadOnlyList<Cell> _native;
    private readonly long _nativeSize;

    private LayoutComparer(
        ManagedStruct type,
        ManagedLayout layout,
        IReadOnlyList<Cell> managed,
        IReadOnlyList<Cell> native,
        long nativeSize)
    {
        _type = type;
        _layout = layout;
        _managed = managed;
        _native = native;
        _nativeSize = nativeSize;
    }

    /// <summary>The first difference, and one of a sign; null if there is none, or if one side isn't known.</summary>
    public static LayoutDifference? Compare(ManagedStruct type, CRecord record, DigestIndex index, Platform platform)
    {
        if (ManagedLayout.Of(type, platform) is not { Fields.Count: > 0 } layout)
        {
            return null;
        }

        LayoutComparer comparer = new(
            type,
            layout,
            ManagedCells.Of(layout, platform),
            CCells.Of(record, index, platform),
            record.Layout.On(platform).Size);
        return comparer.Compare();
    }

    private LayoutDifference? Compare()
    {
        LayoutDifference? field = FirstWrongField() ?? FirstMissingField() ?? SwappedFields() ?? MovedField();
        if (_layout.Size == _nativeSize)
        {
            return field ?? FirstSign();
        }

        // Where all fields fit and some are behind the end, what is there can be read.
        bool isPrefix =
            field is null or { IsMissing: true }
            && _layout.Size < _nativeSize
            && !_native.Any(cell => cell.Start < _layout.Size && !IsCovered(cell));
        LayoutDifference? reason = ForgottenByName() ?? field ?? FirstSurplus();
        string sizes = $"'{_type.Name}' has {ShapeFacts.Bytes(_layout.Size)}, and C's has {_nativeSize}";
        return new LayoutDifference(reason is null ? sizes : $"{sizes}: {reason.Text}", reason?.Origin) 
        {
            IsPrefix = isPrefix,
            IsSurplus = field is null && _layout.Size > _nativeSize,
        };
    }

    private LayoutDifference? FirstWrongField()
    {
        foreach (Cell cell in _managed)
        {
            Cell[] there = [.. _native.Where(cell.Overlaps)];
            if (there.Length == 0 || cell.IsBytes)
            {
                continue;
            }

            Cell? sameName = NamedAs(cell, there);
            if (cell.IsAlternative || there.Any(static other => other.IsAlternative))
            {
                // Of several views of one place, the one of this name must be like it.
                if (
                    sameName is { IsBytes: false }
                    && there.All(static other => other.Kind != CellKind.Any)
                    && !(cell.Fits(sameName) && cell.Start == sameName.Start))
                {
                    return Wrong(cell, sameName);
                }
            }
            else if (!there.All(other => cell.Fits(other) || (other.IsBytes && other != sameName)) && !IsTiled(cell, there, sameName))
            {
                return Wrong(cell, sameName ?? there[0]);
            }
        }

        return null;
    }

    // Members of a union have fields of one name: the one with the whole name is meant, or else one that fits.
    private static Cell? NamedAs(Cell cell, Cell[] there)
    {
        Cell[] alike = Array.FindAll(there, other => Names.AreAlike(other.LastName, cell.LastName));
        return Array.Find(alike, other => Names.AreAlike(other.Name, cell.Name))
            ?? Array.Find(alike, other => cell.Fits(other) && cell.Start == other.Start)
            ?? (alike.Length > 0 ? alike[0] : null);
    }

    // Several small values stand for a large one, or a large one for several small ones.
    private bool IsTiled(Cell cell, Cell[] there, Cell? sameName)
    {
        if (
            there.Any(other =>
                cell.Kind == CellKind.Float != (other.Kind == CellKind.Float)
                || IsPartOfAddress(cell, other)
                || IsPartOfAddress(other, cell)))
        {
            return false;
        }

        if (there.Length > 1)
        {
            // Between them there may be room. What has the name of one of them was to be that one.
            return (sameName is null || sameName.ElementSize == cell.ElementSize)
                && Array.TrueForAll(there, other => other.Start >= cell.Start && other.End <= cell.End);
        }

        Cell whole = there[0];
        Cell[] parts = [.. _managed.Where(whole.Overlaps)];
        return parts.Length > 1 && parts.Sum(static part => part.Size) == whole.Size && parts.Min(static part => part.Start) == whole.Start
            && parts.Max(static part => part.End) == whole.End;
    }

    // Two numbers may be one that is twice as wide, but no address.
    private static bool IsPartOfAddress(Cell cell, Cell other) =>
        cell.Kind == CellKind.Pointer && other.Kind == CellKind.Integer && other.ElementSize < cell.ElementSize;

    private LayoutDifference? FirstMissingField()
    {
        bool mayLeaveOut = (_type.IsExplicit || _type.Size > 0) && _layout.Size == _nativeSize;
        Cell? missing = mayLeaveOut
            ? null
            : _native.FirstOrDefault(cell => !cell.IsAlternative && !IsPadding(cell) && CoveredBytes(cell) < cell.Size);
        return missing is null ? null
            : _managed.FirstOrDefault(missing.Overlaps) is { } part && _layout.Size == _nativeSize ? Wrong(part, missing)
            : Missing(missing);
    }

    // Where fields have C's names, the one that was forgotten is known, though the next one took its place.
    private LayoutDifference? ForgottenByName()
    {
        HashSet<string> names = [.. _layout.Fields.Select(static field => Names.Plain(field.Field.Name))];
        string[] native = [.. _native.Select(static cell => cell.FirstName).Distinct()];
        string[] forgotten = [.. native.Where(name => !names.Contains(Names.Plain(name)))];
        return _layout.Size < _nativeSize && forgotten.Length == 1 && native.Length > 1
            ? Missing(_native.First(cell => cell.FirstName == forgotten[0]))
            : null;
    }

    private LayoutDifference? FirstSurplus() => _managed.FirstOrDefault(cell => cell.Start >= _nativeSize) is { } surplus
        ? new LayoutDifference($"'{surplus.Name}' at {surplus.Start} isn't in C", surplus.Origin)
        : null;

    private LayoutDifference? SwappedFields()
    {
        var pairs = _managed
            .Select(cell =>
                (
                    Managed: cell,
                    Native: _native.FirstOrDefault(other => other.Start == cell.Start && !other.IsAlternative && other.Size == cell.Size)))
            .Where(static pair => pair.Native is not null)
            .Select(static pair => (pair.Managed, Here: Names.Plain(pair.Managed.Name), There: Names.Plain(pair.Native!.Name)))
            .ToArray();
        foreach (var (managed, here, there) in pairs.Where(static pair => pair.Here != pair.There))
        {
            if (Array.Exists(pairs, other => other.Here == there && other.There == here))
            {
                return new LayoutDifference(
                    $"'{managed.Name}' is where C has '{_native.First(cell => cell.Start == managed.Start).Name}'",
                    managed.Origin);
            }
        }

        return null;
    }

    // What another version of the library has between the fields may be like what it takes the place of, and names alone tell.
    private LayoutDifference? MovedField()
    {
        Dictionary<string, Cell> native = FirstByName(_native);
        foreach (KeyValuePair<string, Cell> pair in FirstByName(_managed))
        {
            if (native.TryGetValue(pair.Key, out Cell? other) && other.Start != pair.Value.Start)
            {
                return new LayoutDifference(
                    $"'{pair.Value.FirstName}' is at {pair.Value.Start}, and C has it at {other.Start}",
                    pair.Value.Origin);
            }
        }

        return null;
    }

    // The fields of the struct itself, where each has its own place.
    private static Dictionary<string, Cell> FirstByName(IReadOnlyList<Cell> cells) => cells
        .GroupBy(static cell => Names.Plain(cell.FirstName))
        .Where(static field => field.Key.Length > 0 && field.All(static cell => !cell.IsAlternative))
        .ToDictionary(static field => field.Key, static field => field.First());

    private LayoutDifference? FirstSign()
    {
        foreach (Cell cell in _managed.Where(static cell => cell is { IsSigned: not null, IsAlternative: false }))
        {
            Cell? other = _native.FirstOrDefault(other => other.Start == cell.Start && other.ElementSize == cell.ElementSize);
            if (other is { IsSigned: { } isSigned, IsAlternative: false } && isSigned != cell.IsSigned)
            {
                return new LayoutDifference($"'{cell.Name}' is '{cell.Text}', and C's '{other.Name}' is {other.Text}", cell.Origin)
                {
                    IsOfSign = true,
                };
            }
        }

        return null;
    }

    // What C calls padding, the runtime leaves out by itself.
    private bool IsPadding(Cell cell) =>
        cell.End <= _layout.Size && s_paddings.Any(word => Names.Plain(cell.LastName).StartsWith(word, StringComparison.Ordinal));

    private bool IsCovered(Cell cell) => _managed.Any(cell.Overlaps);

    private long CoveredBytes(Cell cell) =>
        _managed.Where(cell.Overlaps).Sum(part => Math.Min(part.End, cell.End) - Math.Max(part.Start, cell.Start));

    private static LayoutDifference Wrong(Cell cell, Cell other) =>
        cell.Start == other.Start || !Names.AreAlike(cell.LastName, other.LastName)
            ? new LayoutDifference(
                $"'{cell.Name}' at {cell.Start} is '{cell.Text}' ({Describe(cell)}), and C's '{other.Name}' at {other.Start} is {other.Text} ({Describe(other)})",
                cell.Origin)
            : new LayoutDifference($"'{cell.Name}' is at {cell.Start}, and C has it at {other.Start}", cell.Origin);

    private static LayoutDifference Missing(Cell cell) =>
        new($"C's '{cell.Name}' ({cell.Text} at {cell.Start}) is missing", Origin: null) { IsMissing = true };

    private static string Describe(Cell cell) => cell.Kind switch
    {
        CellKind.Float => $"{ShapeFacts.Bytes(cell.Size)}, floating-point",
        CellKind.Pointer => "a pointer",
        _ => ShapeFacts.Bytes(cell.Size),
    };
}

/// <summary>What differs between two layouts.</summary>
internal sealed record LayoutDifference(string Text, object? Origin)
{
    public bool IsMissing { get; init; }

    public bool IsOfSign { get; init; }

    /// <summary>Whether all of C's fields are there, and more behind them.</summary>
    public bool IsSurplus { get; init; }

    /// <summary>Whether all that is declared is right, and only the end is missing.</summary>
    public bool IsPrefix { get; init; }
}
