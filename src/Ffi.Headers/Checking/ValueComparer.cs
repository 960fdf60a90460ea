using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;
using static Ffi.Headers.Checking.ValueDifferences;

namespace Ffi.Headers.Checking;

/// <summary>Compares one value with a C type on one platform.</summary>
internal sealed class ValueComparer
{
    // A callback that takes a callback that takes it.
    private const int MostNested = 4;

    private readonly DigestIndex _index;
    private readonly Platform _platform;
    private readonly TypePairs _pairs;
    private readonly ValueDifferences _differences;
    private readonly PointeeComparer _pointees;
    private int _depth;

    public ValueComparer(DigestIndex index, Platform platform, TypePairs pairs)
    {
        _index = index;
        _platform = platform;
        _pairs = pairs;
        _differences = new ValueDifferences(index, platform);
        _pointees = new PointeeComparer(index, platform, pairs, this, _differences);
    }

    /// <summary>Whether calling conventions are compared.</summary>
    public bool ComparesConventions { get; init; } = true;

    public Difference? Compare(ValueShape shape, CType type, ValueSite site)
    {
        CType resolved = _index.Resolve(type, _platform);
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
            PrimitiveType { Primitive: var primitive } when PrimitiveFacts.IsFloatingPoint(primitive) => CompareFloat(
                shape,
                type,
                primitive,
                site),
            PrimitiveType { Primitive: var primitive } => CompareInteger(shape, type, primitive, site),
            PointerType pointer => ComparePointer(shape, type, pointer.Target, pointer.IsConst, site),
            FunctionType => ComparePointer(shape, type, resolved, isConst: false, site),
            NamedType { Name: var name } => _index.FindType(name, _platform) switch
            {
                CEnum numbers => CompareEnum(shape, type, numbers, site),
                CRecord record => CompareRecord(shape, type, record, site),
                _ => null,
            },
            _ => null,
        };
    }

    private Difference IgnoredResult(CType type, ValueSite site)
    {
        if (!site.IsRead)
        {
            return new Difference(
                CheckRule.Result,
                FindingSeverity.Error,
                $"'{site.Function}' must return {Name(type)}, but returns nothing");
        }

        // The caller passes the address of room for it, before the first parameter.
        bool needsRoom = _index.Resolve(type, _platform) is NamedType && _index.LayoutOf(type, _platform) is { Size: > 16 };
        return new Difference(
            CheckRule.Result,
            needsRoom ? FindingSeverity.Error : FindingSeverity.Info,
            $"'{site.Function}' returns {Name(type)} in C, which is ignored{(needsRoom ? "; it is written to where the first argument points" : "")}"
        );
    }

    private Difference? CompareFloat(ValueShape shape, CType type, Primitive primitive, ValueSite site)
    {
        int size = PrimitiveFacts.SizeOf(primitive, _platform);
        return ShapeFacts.Unwrap(shape) switch
        {
            FloatShape { Bytes: var bytes } when bytes == size => null,
            StructShape { Struct: var type_ } when HasOneKind(type_, CellKind.Float, size) => null,
            _ => _differences.Confused(shape, type, $"a floating-point number of {ShapeFacts.Bytes(size)}", site),
        };
    }

    private Difference? CompareInteger(ValueShape shape, CType type, Primitive primitive, ValueSite site)
    {
        long size = PrimitiveFacts.SizeOf(primitive, _platform);
        return CompareWhole(shape, type, size, PrimitiveFacts.SignOf(primitive, _platform), site);
    }

    private Difference? CompareEnum(ValueShape shape, CType type, CEnum numbers, ValueSite site)
    {
        if (shape is EnumShape { Enum: var managed })
        {
            _pairs.Add(managed, numbers);
        }

        return _index.LayoutOf(numbers.Type.On(_platform), _platform) is { } layout
            ? CompareWhole(shape, type, layout.Size, isSigned: null, site)
            : null;
    }

    private Difference? CompareWhole(ValueShape shape, CType type, long size, bool? isSigned, ValueSite site)
    {
        ValueShape value = ShapeFacts.Unwrap(shape);
        if (ShapeFacts.IntegerOf(value) is { } integer)
        {
            int width = ShapeFacts.SizeOf(integer.Width, _platform);
            if (width != size)
            {
                // What is too wide for a small type is right where the small one fits: a register holds both.
                bool isHarmless = size < 4 && width > size && !site.IsRead;
                return new Difference(
                    CheckRule.IntegerWidth,
                    FindingSeverity.Warning,
                    $"{Subject(site)} is {Name(type)} in C, {ShapeFacts.Bytes(size)}, and '{shape}' has {width}")
                { Replacement = Replacements.Of(type, _index, null), IsMildOnSomePlatforms = isHarmless };
            }

            return isSigned is { } sign && sign != integer.IsSigned && value is IntegerShape { Width: not IntegerWidth.Native }
                ? new Difference(
                    CheckRule.IntegerWidth,
                    FindingSeverity.Info,
                    $"{Subject(site)} is {Name(type)} in C, {(sign ? "with" : "without")} a sign, and '{shape}' here")
                {
                    Replacement = Replacements.Of(type, _index, null),
                }
                : null;
        }

        switch (value)
        {
            case BooleanShape { Bytes: var bytes }:
                return bytes == size ? null : WrongBoolean(shape, type, size, bytes, site);
            case CharacterShape { Bytes: var bytes }:
                return bytes == size ? null : WrongBoolean(shape, type, size, bytes, site);
            case StructShape { Struct: var small }
                when ManagedLayout.Of(small, _platform) is { } layout && layout.Size == size && !HasAnyOfKind(layout, CellKind.Float):
                return null;
            // A handle may hold a file's or socket's number, and C reads the half that has it.
            case AddressShape { IsHandle: true } when size == 4:
                return new Difference(
                    CheckRule.IntegerWidth,
                    FindingSeverity.Info,
                    $"{Subject(site)} is {Name(type)} in C, {ShapeFacts.Bytes(size)}, and '{shape}' is a handle of 8");
            // An address as a number of its width, such as uintptr_t.
            case AddressShape or PointerShape { Kind: PointerKind.Raw } or CallbackShape when size == 8 && !IsStrictNumber(type):
                return null;
            default:
                return _differences.Confused(shape, type, "a whole number", site);
        }
    }

    private bool IsStrictNumber(CType type) =>
        _index.Resolve(type, _platform) is PrimitiveType { Primitive: Primitive.SizeT or Primitive.SSizeT or Primitive.PtrDiffT };

    private Difference? CompareRecord(ValueShape shape, CType type, CRecord record, ValueSite site)
    {
        RecordLayout layout = record.Layout.On(_platform);
        if (shape is StructShape { Struct: var managed })
        {
            _pairs.Add(managed, record, site, StructUses.Copied);
            return null;
        }

        // A struct of one value is that value, in registers too.
        ValueShape value = ShapeFacts.Unwrap(shape);
        IReadOnlyList<Cell> cells = CCells.Of(record, _index, _platform);
        if (
            value is not (PointerShape or TextShape)
            && ShapeFacts.SizeOf(value, _platform) == layout.Size
            && cells.All(cell => (cell.Kind == CellKind.Float) == (value is FloatShape)))
        {
            return null;
        }

        return ShapeFacts.MayBeAddress(value)
            ? new Difference(
                CheckRule.Indirection,
                FindingSeverity.Error,
                $"{Subject(site)} is {Name(type)} by value in C, {ShapeFacts.Bytes(layout.Size)}, and '{shape}' is a pointer")
            : new Difference(
                CheckRule.KindOfValue,
                FindingSeverity.Error,
                $"{Subject(site)} is the struct {Name(type)} in C, {ShapeFacts.Bytes(layout.Size)}, and '{shape}' is {ShapeFacts.KindOf(value)}"
            );
    }

    private Difference? ComparePointer(ValueShape shape, CType type, CType target, bool isConst, ValueSite site)
    {
        CType pointee = _index.Resolve(target, _platform);
        switch (shape)
        {
            case AddressShape:
                return null;
            case TextShape text:
                return CompareText(text, type, pointee, site);
            case CallbackShape callback:
                return pointee is FunctionType function ? CompareCallback(callback, function, type, site)
                    : pointee is PrimitiveType { Primitive: Primitive.Void } or NamedType ? null
                    : _differences.Confused(shape, type, $"a pointer ({Name(type)})", site);
            case PointerShape pointer:
                return _pointees.Compare(pointer, type, target, isConst, site);
        }

        ValueShape value = ShapeFacts.Unwrap(shape);
        if (value is StructShape { Struct: var managed })
        {
            // A struct around an address fills the same register; one of two numbers is another thing.
            return
                ManagedLayout.Of(managed, _platform) is { Size: 8 } layout
                && ManagedCells.Of(layout, _platform).All(static cell => cell.Size == 8 && cell.Kind != CellKind.Float)
                ? null
                : new Difference(
                    CheckRule.Indirection,
                    FindingSeverity.Error,
                    $"{Subject(site)} is a pointer in C ({Name(type)}), and '{shape}' is passed by value")
                {
                    Replacement = isConst ? $"in {shape}" : null,
                };
        }

        if (!ReferenceEquals(value, shape))
        {
            return ComparePointer(value, type, target, isConst, site);
        }

        return ShapeFacts.IntegerOf(value) is { } integer && ShapeFacts.SizeOf(integer.Width, _platform) == 8
            ? null
            : _differences.Confused(shape, type, $"a pointer ({Name(type)})", site);
    }

    private Difference? CompareText(TextShape text, CType type, CType pointee, ValueSite site)
    {
        if (pointee is PrimitiveType { Primitive: var primitive } && PrimitiveFacts.IsInteger(primitive))
        {
            int unit = ShapeFacts.UnitOf(text.Encoding, _platform);
            int size = PrimitiveFacts.SizeOf(primitive, _platform);
            return unit == size ? null
                : size > 2 && primitive is not (Primitive.WCharT or Primitive.Char32T)
                    ? _differences.Confused(text, type, $"a pointer to {Name(pointee)}", site)
                : new Difference(
                    CheckRule.ConventionOrEncoding,
                    FindingSeverity.Error,
                    $"{Subject(site)} is {Name(type)} in C, text with {ShapeFacts.Bytes(size)} in a character, and '{text}' is passed with {unit}"
                );
        }

        return pointee is PrimitiveType { Primitive: Primitive.Void }
            ? null
            : _differences.Confused(text, type, $"a pointer ({Name(type)})", site);
    }

    private Difference? CompareCallback(CallbackShape callback, FunctionType function, CType type, ValueSite site)
    {
        if (_depth >= MostNested || callback.Callback.Signature is not { } signature)
        {
            return null;
        }

        _depth++;
        string name = type is NamedType { Name: var typedef } ? typedef : callback.Callback.Name;
        SignatureComparer comparer = new(this, _platform);
        Difference? worst = comparer.Compare(signature, CSignature.Of(function, name), isCallback: true)
            .OrderByDescending(static difference => difference.Severity)
            .FirstOrDefault();
        _depth--;
        return worst is null
            ? null
            : new Difference(CheckRule.Callback, worst.Severity, $"{Subject(site)}, the callback '{callback}': {worst.Message}")
            {
                IsOfItsPlatforms = worst.IsOfItsPlatforms,
            };
    }

    private bool HasOneKind(ManagedStruct type, CellKind kind, long size) =>
        ManagedLayout.Of(type, _platform) is { } layout
        && layout.Size == size
        && ManagedCells.Of(layout, _platform).All(cell => cell.Kind == kind);

    private bool HasAnyOfKind(ManagedLayout layout, CellKind kind) => ManagedCells.Of(layout, _platform).Any(cell => cell.Kind == kind);
}
