using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;

namespace Ffi.Headers.Checking;

/// <summary>Compares one value with a C type on one platform.</summary>
internal sealed class ValueComparer(DigestIndex index, Platform platform, TypePairs pairs)
{
    // A callback that takes a callback that takes it.
    private const int MostNested = 4;

    private int _depth;

    /// <summary>Whether calling conventions are compared.</summary>
    public bool ComparesConventions { get; init; } = true;

    public Difference? Compare(ValueShape shape, CType type, ValueSite site)
    {
        CType resolved = index.Resolve(type, platform);
        site = site with { Outer = site.Outer ?? shape };
        if (shape is UnknownShape || resolved is VectorType or ComplexType or ArrayType)
        {
            return null;
        }

        return resolved switch
        {
            PrimitiveType { Primitive: Primitive.Void } => shape is VoidShape ? null : SurplusResult(shape, site),
            PrimitiveType { Primitive: Primitive.VaList } => null,
            _ when shape is VoidShape => IgnoredResult(type, site),
            PrimitiveType { Primitive: var primitive } when PrimitiveFacts.IsFloatingPoint(primitive) => CompareFloat(shape, type, primitive, site),
            PrimitiveType { Primitive: var primitive } => CompareInteger(shape, type, primitive, site),
            PointerType pointer => ComparePointer(shape, type, pointer.Target, pointer.IsConst, site),
            FunctionType => ComparePointer(shape, type, resolved, isConst: false, site),
            NamedType { Name: var name } => index.FindType(name, platform) switch
            {
                CEnum numbers => CompareEnum(shape, type, numbers, site),
                CRecord record => CompareRecord(shape, type, record, site),
                _ => null,
            },
            _ => null,
        };
    }

    private static Difference SurplusResult(ValueShape shape, ValueSite site) => new(
        CheckRule.Result, FindingSeverity.Warning, $"'{site.Function}' returns nothing in C: its result as '{shape}' is what a register happens to hold")
    { Replacement = "void" };

    private Difference IgnoredResult(CType type, ValueSite site)
    {
        if (!site.IsRead)
        {
            return new Difference(CheckRule.Result, FindingSeverity.Error, $"'{site.Function}' must return {Name(type)}, and returns nothing");
        }

        // The caller passes the address of room for it, before the first parameter.
        bool needsRoom = index.Resolve(type, platform) is NamedType && index.LayoutOf(type, platform) is { Size: > 16 };
        return new Difference(
            CheckRule.Result,
            needsRoom ? FindingSeverity.Error : FindingSeverity.Info,
            $"'{site.Function}' returns {Name(type)} in C, which is ignored{(needsRoom ? "; it is written to where the first argument points" : "")}");
    }

    private Difference? CompareFloat(ValueShape shape, CType type, Primitive primitive, ValueSite site)
    {
        int size = PrimitiveFacts.SizeOf(primitive, platform);
        return ShapeFacts.Unwrap(shape) switch
        {
            FloatShape { Bytes: var bytes } when bytes == size => null,
            StructShape { Struct: var type_ } when HasOneKind(type_, CellKind.Float, size) => null,
            _ => Confused(shape, type, $"a floating-point number of {ShapeFacts.Bytes(size)}", site),
        };
    }

    private Difference? CompareInteger(ValueShape shape, CType type, Primitive primitive, ValueSite site)
    {
        long size = PrimitiveFacts.SizeOf(primitive, platform);
        bool? isSigned = primitive is Primitive.Bool or Primitive.Char or Primitive.WCharT or Primitive.Char16T or Primitive.Char32T
            ? null
            : PrimitiveFacts.IsSigned(primitive, platform);
        return CompareWhole(shape, type, size, isSigned, site);
    }

    private Difference? CompareEnum(ValueShape shape, CType type, CEnum numbers, ValueSite site)
    {
        if (shape is EnumShape { Enum: var managed })
        {
            pairs.Add(managed, numbers);
        }

        return index.LayoutOf(numbers.Type.On(platform), platform) is { } layout ? CompareWhole(shape, type, layout.Size, isSigned: null, site) : null;
    }

    private Difference? CompareWhole(ValueShape shape, CType type, long size, bool? isSigned, ValueSite site)
    {
        ValueShape value = ShapeFacts.Unwrap(shape);
        if (ShapeFacts.IntegerOf(value) is { } integer)
        {
            int width = ShapeFacts.SizeOf(integer.Width, platform);
            if (width != size)
            {
                // What is too wide for a small type is right where the small one fits: a register holds both.
                bool isHarmless = size < 4 && width > size && !site.IsRead;
                return new Difference(
                    CheckRule.IntegerWidth,
                    FindingSeverity.Warning,
                    $"{Subject(site)} is {Name(type)} in C, {ShapeFacts.Bytes(size)}, and '{shape}' has {width}")
                { Replacement = Replacements.Of(type, index, null), IsMildOnSomePlatforms = isHarmless };
            }

            return isSigned is { } sign && sign != integer.IsSigned && value is IntegerShape { Width: not IntegerWidth.Native }
                ? new Difference(CheckRule.IntegerWidth, FindingSeverity.Info, $"{Subject(site)} is {Name(type)} in C, {(sign ? "with" : "without")} a sign, and '{shape}' here")
                { Replacement = Replacements.Of(type, index, null) }
                : null;
        }

        switch (value)
        {
            case BooleanShape { Bytes: var bytes }:
                return bytes == size ? null : WrongBoolean(shape, type, size, bytes, site);
            case CharacterShape { Bytes: var bytes }:
                return bytes == size ? null : WrongBoolean(shape, type, size, bytes, site);
            case StructShape { Struct: var small } when ManagedLayout.Of(small, platform) is { } layout && layout.Size == size && !HasAnyOfKind(layout, CellKind.Float):
                return null;
            // A handle may hold a file's or socket's number, and C reads the half that has it.
            case AddressShape { IsHandle: true } when size == 4:
                return new Difference(
                    CheckRule.IntegerWidth, FindingSeverity.Info, $"{Subject(site)} is {Name(type)} in C, {ShapeFacts.Bytes(size)}, and '{shape}' is a handle of 8");
            // An address as a number of its width, such as uintptr_t.
            case AddressShape or PointerShape { Kind: PointerKind.Raw } or CallbackShape when size == 8 && !IsStrictNumber(type):
                return null;
            default:
                return Confused(shape, type, "a whole number", site);
        }
    }

    private bool IsStrictNumber(CType type) => index.Resolve(type, platform) is PrimitiveType { Primitive: Primitive.SizeT or Primitive.SSizeT or Primitive.PtrDiffT };

    private static Difference WrongBoolean(ValueShape shape, CType type, long size, int bytes, ValueSite site) => new(
        CheckRule.BooleanWidth, FindingSeverity.Warning, $"{Subject(site)} is {Name(type)} in C, {ShapeFacts.Bytes(size)}, and '{shape}' crosses in {bytes}");

    private Difference? CompareRecord(ValueShape shape, CType type, CRecord record, ValueSite site)
    {
        RecordLayout layout = record.Layout.On(platform);
        if (shape is StructShape { Struct: var managed })
        {
            pairs.Add(managed, record, site, StructUses.Copied);
            return null;
        }

        // A struct of one value is that value, in registers too.
        ValueShape value = ShapeFacts.Unwrap(shape);
        IReadOnlyList<Cell> cells = CCells.Of(record, index, platform);
        if (value is not (PointerShape or TextShape) && ShapeFacts.SizeOf(value, platform) == layout.Size && cells.All(cell => (cell.Kind == CellKind.Float) == (value is FloatShape)))
        {
            return null;
        }

        return ShapeFacts.MayBeAddress(value)
            ? new Difference(CheckRule.Indirection, FindingSeverity.Error, $"{Subject(site)} is {Name(type)} by value in C, {ShapeFacts.Bytes(layout.Size)}, and '{shape}' is a pointer")
            : new Difference(CheckRule.KindOfValue, FindingSeverity.Error, $"{Subject(site)} is the struct {Name(type)} in C, {ShapeFacts.Bytes(layout.Size)}, and '{shape}' is {ShapeFacts.KindOf(value)}");
    }

    private Difference? ComparePointer(ValueShape shape, CType type, CType target, bool isConst, ValueSite site)
    {
        CType pointee = index.Resolve(target, platform);
        switch (shape)
        {
            case AddressShape:
                return null;
            case TextShape text:
                return CompareText(text, type, pointee, site);
            case CallbackShape callback:
                return pointee is FunctionType function ? CompareCallback(callback, function, type, site)
                    : pointee is PrimitiveType { Primitive: Primitive.Void } or NamedType ? null
                    : Confused(shape, type, $"a pointer ({Name(type)})", site);
            case PointerShape pointer:
                return ComparePointee(pointer, type, target, isConst, site);
        }

        ValueShape value = ShapeFacts.Unwrap(shape);
        if (value is StructShape { Struct: var managed })
        {
            // A struct that fills the same register.
            return ManagedLayout.Of(managed, platform) is { Size: 8 } layout && !HasAnyOfKind(layout, CellKind.Float)
                ? null
                : new Difference(CheckRule.Indirection, FindingSeverity.Error, $"{Subject(site)} is a pointer in C ({Name(type)}), and '{shape}' is passed by value")
                { Replacement = isConst ? $"in {shape}" : null };
        }

        if (!ReferenceEquals(value, shape))
        {
            return ComparePointer(value, type, target, isConst, site);
        }

        return ShapeFacts.IntegerOf(value) is { } integer && ShapeFacts.SizeOf(integer.Width, platform) == 8
            ? null
            : Confused(shape, type, $"a pointer ({Name(type)})", site);
    }

    private Difference? CompareText(TextShape text, CType type, CType pointee, ValueSite site)
    {
        if (pointee is PrimitiveType { Primitive: var primitive } && PrimitiveFacts.IsInteger(primitive))
        {
            int unit = ShapeFacts.UnitOf(text.Encoding, platform);
            int size = PrimitiveFacts.SizeOf(primitive, platform);
            return unit == size ? null
                : size > 2 && primitive is not (Primitive.WCharT or Primitive.Char32T) ? Confused(text, type, $"a pointer to {Name(pointee)}", site)
                : new Difference(
                    CheckRule.ConventionOrEncoding,
                    FindingSeverity.Error,
                    $"{Subject(site)} is {Name(type)} in C, text of {ShapeFacts.Bytes(size)} a unit, and '{text}' crosses in units of {unit}");
        }

        return pointee is PrimitiveType { Primitive: Primitive.Void } ? null : Confused(text, type, $"a pointer ({Name(type)})", site);
    }

    private Difference? CompareCallback(CallbackShape callback, FunctionType function, CType type, ValueSite site)
    {
        if (_depth >= MostNested || callback.Callback.Signature is not { } signature)
        {
            return null;
        }

        _depth++;
        string name = type is NamedType { Name: var typedef } ? typedef : callback.Callback.Name;
        SignatureComparer comparer = new(this, platform);
        Difference? worst = comparer.Compare(signature, CSignature.Of(function, name), isCallback: true)
            .OrderByDescending(static difference => difference.Severity)
            .FirstOrDefault();
        _depth--;
        return worst is null ? null : new Difference(CheckRule.Callback, worst.Severity, $"{Subject(site)}, the callback '{callback}': {worst.Message}")
        { IsOfItsPlatforms = worst.IsOfItsPlatforms };
    }

    private Difference? ComparePointee(PointerShape pointer, CType type, CType target, bool isConst, ValueSite site)
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

        if (value is UnknownShape or VoidShape || pointee is PrimitiveType { Primitive: Primitive.Void or Primitive.VaList } or VectorType or ComplexType)
        {
            return null;
        }

        bool isOne = pointer.Kind is PointerKind.In or PointerKind.Out or PointerKind.Ref or PointerKind.Class;
        long? managedSize = ShapeFacts.SizeOf(value, platform);
        if (site.Count is { } count && isOne && pointer.Kind != PointerKind.In && index.LayoutOf(target, platform) is { } one && ShapeFacts.SizeOf(pointer.Target, platform) is { } room
            && pointer.Target is StructShape or FixedArrayShape && room < count * one.Size)
        {
            return Overrun(pointer, type, count * one.Size, room, isConst, site);
        }

        switch (pointee)
        {
            case FunctionType:
                return managedSize == 1 ? null : Confused(pointer, type, "a function's address", site);
            case NamedType { Name: var name } when index.FindType(name, platform) is CRecord record:
                return CompareRecordPointee(pointer, value, record, type, isConst, site);
            case NamedType { Name: var name } when index.FindType(name, platform) is not CEnum:
                // An opaque type, or one that the digest doesn't show. What is declared for it can't be compared, but it isn't a place for a pointer.
                return value is AddressShape or PointerShape or CallbackShape or IntegerShape { Width: IntegerWidth.Native } && IsKnown(name)
                    ? new Difference(
                        CheckRule.Indirection,
                        FindingSeverity.Error,
                        $"{Subject(site)} is {Name(type)} in C, and '{pointer}' is the address of a pointer: one level too many")
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
            return valueSize == size || !IsCharacter(pointee) ? SizeDifference(pointer, target, type, size, valueSize, isConst, site) : WrongUnit(pointer, type, size, valueSize, site);
        }

        bool isFloat = pointee is PrimitiveType { Primitive: var primitive } && PrimitiveFacts.IsFloatingPoint(primitive);
        if (value is StructShape { Struct: var managed } && ManagedLayout.Of(managed, platform) is { } layout)
        {
            // A struct of several such numbers, such as a vector.
            return layout.Size < size && isOne ? Overrun(pointer, type, size, layout.Size, isConst, site) : null;
        }

        if (ShapeFacts.IsAddress(value) && value is not AddressShape)
        {
            return Confused(pointer, type, $"a pointer to {Name(target)}", site);
        }

        if (isFloat != value is FloatShape || (isFloat && valueSize != size))
        {
            return Confused(pointer, type, $"a pointer to {Name(target)}", site) with { Replacement = Replacements.Of(target, index, pointer) };
        }

        return SizeDifference(pointer, target, type, size, valueSize, isConst, site) ?? SignDifference(pointer, value, target, type, site)
            ?? PairEnums(value, pointee);
    }

    private Difference? PairEnums(ValueShape value, CType pointee)
    {
        if (value is EnumShape { Enum: var managed } && pointee is NamedType { Name: var name } && index.FindType(name, platform) is CEnum numbers)
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
            case TextShape or AddressShape or CallbackShape or PointerShape or IntegerShape { Width: IntegerWidth.Native } when pointer.Kind is PointerKind.Out or PointerKind.Ref or PointerKind.In:
                return new Difference(
                    CheckRule.Indirection,
                    FindingSeverity.Error,
                    $"{Subject(site)} is {Name(type)} in C, and '{pointer}' is the address of a pointer: one level too many");
            case BooleanShape:
                return SizeDifference(pointer, index.Resolve(type, platform) is PointerType { Target: var target } ? target : type, type, 1, valueSize, isConst, site);
            default:
                return pointer.Kind is PointerKind.Out or PointerKind.Raw or PointerKind.Array && value is not StructShape
                    ? new Difference(
                        CheckRule.PointeeSize,
                        FindingSeverity.Info,
                        $"{Subject(site)} points to bytes in C ({Name(type)}), and '{pointer}' to values of {valueSize}")
                    : null;
        }
    }

    private Difference? ComparePointerPointee(PointerShape pointer, ValueShape value, CType type, CType target, PointerType inner, bool isConst, ValueSite site)
    {
        if (value is StructShape { Struct: var managed })
        {
            // An array of pointers may be a struct; a struct's own address is one level too few.
            return ManagedLayout.Of(managed, platform) is { } layout && ManagedCells.Of(layout, platform) is [{ Kind: CellKind.Pointer or CellKind.Any } or { ElementSize: 8, Kind: CellKind.Integer, IsSigned: null }, ..]
                ? null
                : new Difference(CheckRule.Indirection, FindingSeverity.Error, $"{Subject(site)} is {Name(type)} in C, the address of a pointer, and '{pointer}' is that of a struct");
        }

        if (value is AddressShape || ShapeFacts.IntegerOf(value) is { } integer && ShapeFacts.SizeOf(integer.Width, platform) == 8)
        {
            return null;
        }

        if (ShapeFacts.SizeOf(value, platform) is { } size and < 8)
        {
            bool isBuffer = size == 1 && pointer.Kind is PointerKind.Raw or PointerKind.Array or PointerKind.Ref;
            return isBuffer ? null : Overrun(pointer, type, 8, size, isConst, site) with { Replacement = Replacements.OfPointer("nint", pointer) };
        }

        return Compare(value, target, site);
    }

    private Difference? CompareRecordPointee(PointerShape pointer, ValueShape value, CRecord record, CType type, bool isConst, ValueSite site)
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
                return Overrun(pointer, type, record.Layout.On(platform).Size, 1, isConst, site);
            }

            return null;
        }

        long size = record.Layout.On(platform).Size;
        switch (value)
        {
            case TextShape or CallbackShape:
                return Confused(pointer, type, $"a pointer to {record.Name}", site);
            case AddressShape or PointerShape or IntegerShape { Width: IntegerWidth.Native } when pointer.Kind != PointerKind.Array && size > 8:
                return Overrun(pointer, type, size, 8, isConst, site);
            case AddressShape or PointerShape or IntegerShape { Width: IntegerWidth.Native }:
                return null;
        }

        bool isOne = pointer.Kind is PointerKind.Out or PointerKind.In || (pointer.Kind == PointerKind.Ref && ShapeFacts.SizeOf(value, platform) > 1);
        return isOne && ShapeFacts.SizeOf(value, platform) is { } bytes && bytes < size ? Overrun(pointer, type, size, bytes, isConst, site) : null;
    }

    private Difference? SizeDifference(PointerShape pointer, CType target, CType type, long size, long valueSize, bool isConst, ValueSite site)
    {
        if (valueSize == size)
        {
            return null;
        }

        if (valueSize < size)
        {
            return Overrun(pointer, type, size, valueSize, isConst, site) with { Replacement = Replacements.Of(target, index, pointer) };
        }

        string what = pointer.Kind is PointerKind.Raw or PointerKind.Array
            ? $"{Subject(site)} points to values of {ShapeFacts.Bytes(size)} in C ({Name(type)}), and '{pointer}' to values of {valueSize}"
            : $"'{site.Function}' {(isConst ? "reads" : "writes")} {ShapeFacts.Bytes(size)} ({Name(target)}) through {site.Part}, and '{pointer}' has {valueSize}: the rest stays as it was";
        return new Difference(CheckRule.PointeeSize, FindingSeverity.Warning, what) { Replacement = Replacements.Of(target, index, pointer) };
    }

    private Difference? SignDifference(PointerShape pointer, ValueShape value, CType target, CType type, ValueSite site) =>
        index.Resolve(target, platform) is PrimitiveType { Primitive: var primitive }
            && primitive is not (Primitive.Bool or Primitive.Char or Primitive.WCharT or Primitive.Char16T or Primitive.Char32T)
            && value is IntegerShape { Width: not (IntegerWidth.Native or IntegerWidth.One) } integer && integer.IsSigned != PrimitiveFacts.IsSigned(primitive, platform)
            ? new Difference(CheckRule.IntegerWidth, FindingSeverity.Info, $"{Subject(site)} is {Name(type)} in C, and '{pointer}' differs in the sign")
            { Replacement = Replacements.Of(target, index, pointer) }
            : null;

    private Difference Overrun(PointerShape pointer, CType type, long size, long valueSize, bool isConst, ValueSite site)
    {
        CType target = index.Resolve(type, platform) is PointerType { Target: var pointee } ? pointee : type;
        string does = isConst || pointer.Kind == PointerKind.In ? "reads" : "writes";
        return new Difference(
            CheckRule.PointeeSize,
            FindingSeverity.Error,
            site.IsRead
                ? $"{Subject(site)} points to {Name(target)} in C, {ShapeFacts.Bytes(size)}, and '{pointer}' to {ShapeFacts.Bytes(valueSize)}"
                : $"'{site.Function}' {does} {ShapeFacts.Bytes(size)} ({Name(target)}) through {site.Part}, which is '{pointer}': {ShapeFacts.Bytes(valueSize)}");
    }

    // A raw 'char*' for C's bytes is mostly converted before anybody reads it.
    private static Difference WrongUnit(PointerShape pointer, CType type, long size, long unit, ValueSite site) => new(
        CheckRule.ConventionOrEncoding,
        pointer.Kind == PointerKind.Raw ? FindingSeverity.Info : FindingSeverity.Error,
        $"{Subject(site)} is {Name(type)} in C, text of {ShapeFacts.Bytes(size)} a unit, and '{pointer}' has units of {unit}");

    private Difference Confused(ValueShape shape, CType type, string kind, ValueSite site) => new(
        CheckRule.KindOfValue, FindingSeverity.Error, $"{Subject(site)} is {Name(type)} in C, {kind}, and '{shape}' is {ShapeFacts.KindOf(shape)}")
    { Replacement = ReferenceEquals(shape, site.Outer) ? Replacements.Of(type, index, null) : null };

    private bool HasOneKind(ManagedStruct type, CellKind kind, long size) =>
        ManagedLayout.Of(type, platform) is { } layout && layout.Size == size && ManagedCells.Of(layout, platform).All(cell => cell.Kind == kind);

    private bool HasAnyOfKind(ManagedLayout layout, CellKind kind) => ManagedCells.Of(layout, platform).Any(cell => cell.Kind == kind);

    private bool IsKnown(string name) => index.FindType(name, platform) is COpaque;

    private static bool IsCharacter(CType type) => type is PrimitiveType { Primitive: Primitive.WCharT or Primitive.Char16T or Primitive.Char32T };

    private static string Subject(ValueSite site) => site.Part == ValueNames.Result ? $"The result of '{site.Function}'" : $"{site.Part} of '{site.Function}'";

    private static string Name(CType type) => CText.Of(type);
}
