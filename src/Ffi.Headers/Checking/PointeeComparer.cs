using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;
using static Ffi.Headers.Checking.ValueDifferences;

namespace Ffi.Headers.Checking;

/// <summary>Compares what a parameter points to with what C's pointer does, on one platform.</summary>
internal sealed class PointeeComparer(
    DigestIndex index,
    Platform platform,
    TypePairs pairs,
    ValueComparer values,
    ValueDifferences differences)
{
    public Difference? Compare(PointerShape pointer, CType type, CType target, bool isConst, ValueSite site)
    {
        CType pointee = index.Resolve(target, platform);
        while (pointee is ArrayType { Element: var element })
        {
            target = element;
            pointee = index.Resolve(element, platform);
        }

        ValueShape value = ShapeFacts.Unwrap(pointer.Target);
        // An array behind a pointer is its elements.
        while (value is FixedArrayShape { Element: var item })
        {
            value = ShapeFacts.Unwrap(item);
        }

        if (
            value is UnknownShape or VoidShape
            || pointee is PrimitiveType { Primitive: Primitive.Void or Primitive.VaList } or VectorType or ComplexType)
        {
            return null;
        }

        bool isOne = pointer.Kind is PointerKind.In or PointerKind.Out or PointerKind.Ref or PointerKind.Class;
        long? managedSize = ShapeFacts.SizeOf(value, platform);
        if (
            site.Count is { } count
            && isOne
            && pointer.Kind != PointerKind.In
            && index.LayoutOf(target, platform) is { } one
            && ShapeFacts.SizeOf(pointer.Target, platform) is { } room
            && pointer.Target is StructShape or FixedArrayShape
            && room < count * one.Size)
        {
            return differences.Overrun(pointer, type, count * one.Size, room, isConst, site);
        }

        switch (pointee)
        {
            case FunctionType:
                return managedSize == 1 ? null : differences.Confused(pointer, type, "a function's address", site);
            case NamedType { Name: var name } when index.FindType(name, platform) is CRecord record:
                return CompareRecordPointee(pointer, value, record, type, isConst, site);
            case NamedType { Name: var name } when index.FindType(name, platform) is not CEnum:
                // An opaque type, or one that the digest doesn't show. What is declared for it can't be compared, but it isn't a place for
                // a pointer.
                return
                    value is AddressShape or PointerShape or CallbackShape or IntegerShape { Width: IntegerWidth.Native } && IsKnown(name)
                    ? OneLevelTooMany(pointer, type, site)
                    : null;
            case PointerType inner:
                return ComparePointerPointee(pointer, value, type, target, inner, isConst, site);
        }

        long size = index.LayoutOf(target, platform)?.Size ?? 0;
        if (size == 0 || managedSize is not { } valueSize)
        {
            return null;
        }

        bool isText = value is CharacterShape;
        if (size == 1 && valueSize != 1)
        {
            return CompareBytePointee(pointer, value, type, isConst, valueSize, site);
        }

        // Bytes may be anything, where they may be several.
        if (valueSize == 1 && pointer.Kind is not (PointerKind.Out or PointerKind.In) && size > 1 && value is not BooleanShape)
        {
            return isText ? WrongUnit(pointer, type, size, valueSize, site) : null;
        }

        if (isText)
        {
            return valueSize == size || !IsCharacter(pointee)
                ? SizeDifference(pointer, target, type, size, valueSize, isConst, site)
                : WrongUnit(pointer, type, size, valueSize, site);
        }

        bool isFloat = pointee is PrimitiveType { Primitive: var primitive } && PrimitiveFacts.IsFloatingPoint(primitive);
        if (value is StructShape { Struct: var managed } && ManagedLayout.Of(managed, platform) is { } layout)
        {
            // A struct of several such numbers, such as a vector.
            return layout.Size < size && isOne ? differences.Overrun(pointer, type, size, layout.Size, isConst, site) : null;
        }

        if (ShapeFacts.IsAddress(value) && value is not AddressShape)
        {
            return differences.Confused(pointer, type, $"a pointer to {Name(target)}", site);
        }

        if (isFloat != value is FloatShape || (isFloat && valueSize != size))
        {
            return differences.Confused(pointer, type, $"a pointer to {Name(target)}", site) with
            {
                Replacement = Replacements.Of(target, index, pointer),
            };
        }

        return SizeDifference(pointer, target, type, size, valueSize, isConst, site) ?? SignDifference(pointer, value, target, type, site)
            ?? PairEnums(value, pointee);
    }

    private Difference? PairEnums(ValueShape value, CType pointee)
    {
        if (
            value is EnumShape { Enum: var managed }
            && pointee is NamedType { Name: var name }
            && index.FindType(name, platform) is CEnum numbers)
        {
            pairs.Add(managed, numbers);
        }

        return null;
    }

    // C's bytes may be a buffer for anything; what can't be meant is the address of a pointer.
    private Difference? CompareBytePointee(PointerShape pointer, ValueShape value, CType type, bool isConst, long valueSize, ValueSite site)
    {
        switch (value)
        {
            case CharacterShape:
                return WrongUnit(pointer, type, 1, valueSize, site);
            case TextShape
            or AddressShape
            or CallbackShape
            or PointerShape
            or IntegerShape { Width: IntegerWidth.Native } when pointer.Kind is PointerKind.Out or PointerKind.Ref or PointerKind.In:
                return OneLevelTooMany(pointer, type, site);
            case BooleanShape:
                return SizeDifference(
                    pointer,
                    index.Resolve(type, platform) is PointerType { Target: var target } ? target : type,
                    type, 1, valueSize, isConst, site);
            default:
                return pointer.Kind is PointerKind.Out or PointerKind.Raw or PointerKind.Array && value is not StructShape
                    ? new Difference(
                        CheckRule.PointeeSize,
                        FindingSeverity.Info,
                        $"{Subject(site)} points to bytes in C ({Name(type)}), and '{pointer}' to values of {valueSize}")
                    : null;
        }
    }

    private Difference? ComparePointerPointee(
        PointerShape pointer,
        ValueShape value,
        CType type,
        CType target,
        PointerType inner,
        bool isConst,
        ValueSite site)
    {
        if (value is StructShape { Struct: var managed })
        {
            // An array of pointers may be a struct; a struct's own address is one level too few.
            return
                ManagedLayout.Of(managed, platform) is { } layout
                && ManagedCells.Of(layout, platform)
                    is [{ Kind: CellKind.Pointer or CellKind.Any } or { ElementSize: 8, Kind: CellKind.Integer, IsSigned: null }, ..]
                ? null
                : new Difference(
                    CheckRule.Indirection,
                    FindingSeverity.Error,
                    $"{Subject(site)} is {Name(type)} in C, the address of a pointer, and '{pointer}' is that of a struct");
        }

        if (value is AddressShape || ShapeFacts.IntegerOf(value) is { } integer && ShapeFacts.SizeOf(integer.Width, platform) == 8)
        {
            return null;
        }

        if (ShapeFacts.SizeOf(value, platform) is { } size and < 8)
        {
            bool isBuffer = size == 1 && pointer.Kind is PointerKind.Raw or PointerKind.Array or PointerKind.Ref;
            return isBuffer
                ? null
                : differences.Overrun(pointer, type, 8, size, isConst, site) with
                {
                    Replacement = Replacements.OfPointer("nint", pointer),
                };
        }

        return values.Compare(value, target, site);
    }

    private Difference? CompareRecordPointee(
        PointerShape pointer,
        ValueShape value,
        CRecord record,
        CType type,
        bool isConst,
        ValueSite site)
    {
        if (pointer.Target is StructShape { Struct: var managed })
        {
            StructUses uses = site.IsRead ? StructUses.Read : pointer.Kind switch
            {
                PointerKind.Raw => StructUses.Pointed,
                PointerKind.Array => StructUses.Copied,
                _ => StructUses.Passed,
            };
            if (managed.Fields.Count > 0 && ManagedLayout.Of(managed, platform) is not { Size: <= 1 })
            {
                pairs.Add(managed, record, site, uses);
            }
            else if (pointer.Kind == PointerKind.Out)
            {
                return differences.Overrun(pointer, type, record.Layout.On(platform).Size, 1, isConst, site);
            }

            return null;
        }

        long size = record.Layout.On(platform).Size;
        switch (value)
        {
            case TextShape or CallbackShape:
                return differences.Confused(pointer, type, $"a pointer to {record.Name}", site);
            case AddressShape
            or PointerShape
            or IntegerShape { Width: IntegerWidth.Native } when pointer.Kind != PointerKind.Array && size > 8:
                return differences.Overrun(pointer, type, size, 8, isConst, site);
            case AddressShape or PointerShape or IntegerShape { Width: IntegerWidth.Native }:
                return null;
        }

        bool isOne =
            pointer.Kind is PointerKind.Out or PointerKind.In
            || (pointer.Kind == PointerKind.Ref && ShapeFacts.SizeOf(value, platform) > 1);
        return isOne && ShapeFacts.SizeOf(value, platform) is { } bytes && bytes < size
            ? differences.Overrun(pointer, type, size, bytes, isConst, site)
            : null;
    }

    private Difference? SizeDifference(
        PointerShape pointer,
        CType target,
        CType type,
        long size,
        long valueSize,
        bool isConst,
        ValueSite site)
    {
        if (valueSize == size)
        {
            return null;
        }

        if (valueSize < size)
        {
            return differences.Overrun(pointer, type, size, valueSize, isConst, site) with
            {
                Replacement = Replacements.Of(target, index, pointer),
            };
        }

        string what = pointer.Kind is PointerKind.Raw or PointerKind.Array
            ? $"{Subject(site)} points to values of {ShapeFacts.Bytes(size)} in C ({Name(type)}), and '{pointer}' to values of {valueSize}"
            : $"'{site.Function}' {(isConst ? "reads" : "writes")} {ShapeFacts.Bytes(size)} ({Name(target)}) through {site.Part}, and '{pointer}' has {valueSize}: the rest keeps its old value";
        return new Difference(CheckRule.PointeeSize, FindingSeverity.Warning, what)
        {
            Replacement = Replacements.Of(target, index, pointer),
        };
    }

    private Difference? SignDifference(PointerShape pointer, ValueShape value, CType target, CType type, ValueSite site) =>
        index.Resolve(target, platform) is PrimitiveType { Primitive: var primitive }
        && PrimitiveFacts.SignOf(primitive, platform) is { } isSigned
        && value is IntegerShape { Width: not (IntegerWidth.Native or IntegerWidth.One) } integer
        && integer.IsSigned != isSigned
            ? new Difference(
                CheckRule.IntegerWidth,
                FindingSeverity.Info,
                $"{Subject(site)} is {Name(type)} in C, and '{pointer}' differs in the sign")
            {
                Replacement = Replacements.Of(target, index, pointer),
            }
            : null;

    private bool IsKnown(string name) => index.FindType(name, platform) is COpaque;

    private static bool IsCharacter(CType type) =>
        type is PrimitiveType { Primitive: Primitive.WCharT or Primitive.Char16T or Primitive.Char32T };
}
