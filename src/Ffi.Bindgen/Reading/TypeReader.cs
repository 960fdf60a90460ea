using Ffi.Bindgen.Clang;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Reading;

/// <summary>Makes the digest's types of libclang's, and remembers which declarations they need.</summary>
internal sealed class TypeReader(LibClang clang, SourceFiles files, TypeNames names, Platform platform)
{
    private static readonly PrimitiveType[] s_primitives =
        [.. Enumerable.Range(0, (int)Primitive.VaList + 1).Select(static primitive => new PrimitiveType((Primitive)primitive))];

    private readonly Dictionary<nint, CType> _declared = [];
    private readonly HashSet<nint> _seen = [];
    private readonly Queue<Cursor> _needed = [];

    public Platform Platform => platform;

    /// <summary>Asks for a struct, union, enum or typedef to be in the digest.</summary>
    public void Need(Cursor declaration)
    {
        if (_seen.Add(names.KeyOf(declaration)))
        {
            _needed.Enqueue(declaration);
        }
    }

    public bool TryTakeNeeded(out Cursor declaration) => _needed.TryDequeue(out declaration);

    /// <summary>Whether what has the type may not be written.</summary>
    public bool IsConst(ClangType type) =>
        clang.IsConst(type) != 0
        || (type.Kind is TypeKind.Typedef or TypeKind.Elaborated && clang.IsConst(clang.CanonicalTypeOf(type)) != 0)
        || (type.Kind is TypeKind.ConstantArray or TypeKind.IncompleteArray && IsConst(clang.ElementOf(type)));

    /// <summary>Reads a type.</summary>
    /// <param name="type">libclang's.</param>
    /// <param name="declarator">What is declared with it: a function type has its parameters' names there. Null if nothing is.</param>
    /// <param name="name">What an unnamed struct in it is named after.</param>
    public CType Read(ClangType type, Cursor? declarator, string name) =>
        type.Kind switch
        {
            TypeKind.Pointer => ReadPointer(clang.PointeeOf(type), declarator, name),
            TypeKind.Typedef => ReadTypedef(type),
            TypeKind.Elaborated => Read(clang.NamedTypeOf(type), declarator, name),
            TypeKind.Record or TypeKind.Enum => ReadTag(type, name),
            TypeKind.ConstantArray => new ArrayType(Read(clang.ElementOf(type), declarator, name), clang.LengthOf(type)),
            TypeKind.IncompleteArray or TypeKind.VariableArray => new ArrayType(Read(clang.ElementOf(type), declarator, name), null),
            TypeKind.Function or TypeKind.FunctionWithoutPrototype => ReadFunction(type, declarator, name),
            TypeKind.Attributed => Read(clang.ModifiedTypeOf(type), declarator, name),
            TypeKind.Atomic => Read(clang.ValueTypeOf(type), declarator, name),
            TypeKind.Vector or TypeKind.ExtendedVector => new VectorType(
                Read(clang.ElementOf(type), null, name),
                (int)clang.LengthOf(type)),
            TypeKind.Complex => new ComplexType(PrimitiveOf(clang.ElementOf(type).Kind) ?? Primitive.F64),
            TypeKind.BlockPointer => new PointerType(Of(Primitive.Void)),
            TypeKind.Unexposed or TypeKind.Auto => ReadUnexposed(type, declarator, name),
            _ => Of(
                PrimitiveOf(type.Kind)
                    ?? throw new NotSupportedException(
                        $"The type {clang.Take(clang.SpellingOf(type))} of {name} has a kind that is not known: {type.Kind}.")),
        };

    /// <summary>Reads the type of a parameter: C passes a pointer for an array and for a function.</summary>
    public (CType Type, long? Count) ReadParameter(ClangType type, Cursor? declarator, string name)
    {
        ClangType array = ArrayBehind(type);
        if (array.Kind is TypeKind.ConstantArray or TypeKind.IncompleteArray or TypeKind.VariableArray && !IsVaList(type))
        {
            ClangType element = clang.ElementOf(array);
            // "const" before a typedef's name is said of the elements.
            bool isConst = IsConst(element) || clang.IsConst(type) != 0;
            return (
                new PointerType(Read(element, declarator, name), isConst),
                array.Kind == TypeKind.ConstantArray ? clang.LengthOf(array) : null);
        }

        CType read = Read(type, declarator, name);
        return (read is FunctionType ? new PointerType(read) : read, null);
    }

    private static PrimitiveType Of(Primitive primitive) => s_primitives[(int)primitive];

    // A typedef of an array is passed as a pointer too.
    private ClangType ArrayBehind(ClangType type)
    {
        while (type.Kind is TypeKind.Elaborated or TypeKind.Typedef)
        {
            type = type.Kind == TypeKind.Elaborated ? clang.NamedTypeOf(type) : clang.UnderlyingTypeOf(clang.DeclarationOf(type));
        }

        return type;
    }

    private bool IsVaList(ClangType type) =>
        type.Kind is TypeKind.Elaborated or TypeKind.Typedef && Read(type, null, "") is PrimitiveType { Primitive: Primitive.VaList };

    private PointerType ReadPointer(ClangType target, Cursor? declarator, string name) =>
        new(Read(target, declarator, name), IsConst(target));

    private CType ReadUnexposed(ClangType type, Cursor? declarator, string name)
    {
        ClangType canonical = clang.CanonicalTypeOf(type);
        // In brackets, as in a pointer to a function; libclang looks through them for parameters, so their typedefs are kept.
        return canonical.Kind is TypeKind.Function or TypeKind.FunctionWithoutPrototype
            ? ReadFunction(type, declarator, name)
            : canonical.Kind == TypeKind.Unexposed ? Of(Primitive.Void) : Read(canonical, declarator, name);
    }

    private CType ReadTypedef(ClangType type)
    {
        Cursor declaration = clang.DeclarationOf(type);
        if (!_declared.TryGetValue(declaration.Declaration, out CType? known))
        {
            _declared.Add(declaration.Declaration, known = ReadTypedef(type, declaration));
        }

        return known;
    }

    private CType ReadTypedef(ClangType type, Cursor declaration)
    {
        string name = clang.Take(clang.NameOf(declaration));
        if (SystemTypes.Find(name) is { } primitive && clang.SizeOf(type) == PrimitiveFacts.SizeOf(primitive, platform))
        {
            return Of(primitive);
        }

        ClangType underlying = clang.UnderlyingTypeOf(declaration);
        ClangType named = underlying.Kind == TypeKind.Elaborated ? clang.NamedTypeOf(underlying) : underlying;
        bool isOwn = IsOwn(declaration);
        if (!isOwn && SystemTypes.IsOpaque(name))
        {
            Need(declaration);
            return new NamedType(name);
        }

        if (
            (!isOwn && SystemTypes.IsReserved(name))
            || (named.Kind is TypeKind.Record or TypeKind.Enum && names.Find(clang.DeclarationOf(named)) == name))
        {
            return Read(underlying, declaration, name);
        }

        Need(declaration);
        return new NamedType(name);
    }

    private CType ReadTag(ClangType type, string name)
    {
        Cursor declaration = clang.DeclarationOf(type);
        if (_declared.TryGetValue(declaration.Declaration, out CType? known))
        {
            return known;
        }

        string? tag = names.Find(declaration);
        if (tag is null)
        {
            names.Give(declaration, tag = name);
        }

        Need(declaration);
        _declared.Add(declaration.Declaration, known = new NamedType(tag));
        return known;
    }

    private FunctionType ReadFunction(ClangType type, Cursor? declarator, string name)
    {
        int count = Math.Max(clang.ParameterCount(type), 0);
        Cursor[] declared = declarator is { } cursor ? ParametersOf(cursor, count) : [];
        var parameters = new FunctionTypeParameter[count];
        for (int index = 0; index < count; index++)
        {
            Cursor? parameter = declared.Length == count ? declared[index] : null;
            string parameterName = parameter is { } named ? clang.Take(clang.NameOf(named)) : "";
            ClangType parameterType = clang.ParameterOf(type, (uint)index);
            parameters[index] = new(
                parameterName.Length == 0 ? null : parameterName,
                ReadParameter(parameterType, parameter, $"{name}.{index}").Type);
        }

        // A declarator's parameters are those of the function, not of one that it returns.
        CType result = Read(clang.ResultOf(type), null, $"{name}.result");
        return new FunctionType(
            result,
            parameters.ToEquatableArray(),
            clang.IsVariadic(type) != 0,
            Conventions.Of(clang.ConventionOf(type), platform));
    }

    // Those of a function that the function returns come first.
    private Cursor[] ParametersOf(Cursor declarator, int count) =>
        [.. clang.ChildrenOf(declarator).Where(static child => child.Kind == CursorKind.Parameter).TakeLast(count)];

    private bool IsOwn(Cursor declaration)
    {
        clang.Locate(clang.LocationOf(declaration), out nint file, out _, out _, out _);
        return files.Find(file).IsOwn;
    }

    private static Primitive? PrimitiveOf(TypeKind kind) => kind switch
    {
        TypeKind.Void => Primitive.Void,
        TypeKind.Bool => Primitive.Bool,
        TypeKind.UnsignedPlainChar or TypeKind.SignedPlainChar => Primitive.Char,
        TypeKind.SignedChar => Primitive.I8,
        TypeKind.UnsignedChar => Primitive.U8,
        TypeKind.Short => Primitive.I16,
        TypeKind.UnsignedShort => Primitive.U16,
        TypeKind.Int => Primitive.I32,
        TypeKind.UnsignedInt => Primitive.U32,
        TypeKind.Long => Primitive.Long,
        TypeKind.UnsignedLong => Primitive.ULong,
        TypeKind.LongLong => Primitive.I64,
        TypeKind.UnsignedLongLong => Primitive.U64,
        TypeKind.Int128 => Primitive.I128,
        TypeKind.UnsignedInt128 => Primitive.U128,
        TypeKind.Half or TypeKind.Float16 or TypeKind.BFloat16 => Primitive.F16,
        TypeKind.Float => Primitive.F32,
        TypeKind.Double => Primitive.F64,
        TypeKind.LongDouble => Primitive.LongDouble,
        TypeKind.Float128 => Primitive.F128,
        TypeKind.WideChar => Primitive.WCharT,
        TypeKind.Char16 => Primitive.Char16T,
        TypeKind.Char32 => Primitive.Char32T,
        TypeKind.NullPointer => Primitive.IntPtrT,
        _ => null,
    };
}
