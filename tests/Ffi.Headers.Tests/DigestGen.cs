using System.Numerics;
using CsCheck;
using Ffi.Headers.Digest;

namespace Ffi.Headers.Tests;

/// <summary>Random digests.</summary>
internal static class DigestGen
{
    // Words that mean something in the text form are names of C too.
    private static readonly string[] s_names =
    [
        "a", "count", "sqlite3_open_v2", "PFN_vkDebug", "_x1", "on", "at", "symbol", "size", "align", "inline", "function", "u8", "i32",
        "long", "ulong", "complex", "fn", "const", "header", "platforms", "unprototyped", "stdcall", "dollar$", "größe", "_",
    ];

    private static readonly Gen<string> s_name = Gen.OneOf(
        Any(s_names),
        Gen.String[Gen.Char["abcXYZ_019"], 1, 8].Select(static text => "n" + text));

    private static readonly Gen<string> s_typeName = Gen.OneOf(
        s_name,
        s_name.Select(static name => "struct " + name),
        s_name.Select(static name => name + ".0"),
        s_name.Select(static name => name + ".field"));

    private static readonly Gen<string> s_anyText = Gen.String[
        Gen.OneOf(Gen.Char[' ', '~'], Any('"', '\\', '\n', '\t', '\0', '\u007F', 'ä', '\uDC80', '€')),
        0,
        12
    ];

    private static readonly Gen<string?> s_documentation = Gen.OneOf(
        Gen.Const((string?)null),
        Gen.String[Gen.OneOf(Gen.Char[' ', '~'], Any('\n', 'ä', '/', '#')), 0, 30].Select(static text => (string?)text));

    private static readonly Gen<SourceLocation?> s_location = Gen.OneOf(
        Gen.Const((SourceLocation?)null),
        Gen.Select(
            Any("a.h", "curl/easy.h", "my file.h", "c:/x.h"),
            Gen.Int[1, 99999],
            static (file, line) => (SourceLocation?)new SourceLocation(file, line)));

    private static readonly Gen<EquatableArray<CAttribute>> s_attributes = Gen.OneOf(
        Gen.Const(default(EquatableArray<CAttribute>)),
        Gen.Select(
            Any("nonnull", "malloc", "deprecated", "at", "on"),
            Gen.OneOf(Any("", "1, 2", "free", "\"use x)\"", "a(b]", "]"), s_anyText),
            static (name, arguments) => new CAttribute(name, arguments)).List[1, 3].Select(static list => list.ToEquatableArray()));

    private static readonly Gen<ConstantValue> s_value = Gen.OneOf(
        Gen.Long.Select(static value => (ConstantValue)new IntegerValue(value)),
        Gen.ULong.Select(static value => (ConstantValue)new IntegerValue(value)),
        Gen.Double.Select(static value => (ConstantValue)new FloatValue(value)),
        Any(0.0, -0.0, 1.0, 1e300, 5e-324, double.NaN, double.NegativeInfinity, double.PositiveInfinity)
            .Select(static value => (ConstantValue)new FloatValue(value)),
        s_anyText.Select(static value => (ConstantValue)new TextValue(value)));

    /// <summary>Types, functions and arrays inside of each other.</summary>
    public static Gen<CType> Type(int depth = 3)
    {
        Gen<CType> leaf = Gen.OneOf(
            Gen.Enum<Primitive>().Select(static primitive => (CType)new PrimitiveType(primitive)),
            s_typeName.Select(static name => (CType)new NamedType(name)),
            Any(Primitive.F32, Primitive.F64, Primitive.LongDouble).Select(static part => (CType)new ComplexType(part)));
        if (depth == 0)
        {
            return leaf;
        }

        Gen<CType> inner = Type(depth - 1);
        Gen<FunctionTypeParameter> parameter = Gen.Select(
            Nullable(s_name),
            inner,
            static (name, type) => new FunctionTypeParameter(name, type));
        return Gen.OneOf(
            leaf,
            Gen.Select(inner, Gen.Bool, static (type, isConst) => (CType)new PointerType(type, isConst)),
            Gen.Select(inner, NullableLength(), static (type, length) => (CType)new ArrayType(type, length)),
            Gen.Select(inner, Gen.Int[1, 64], static (type, length) => (CType)new VectorType(type, length)),
            Gen.Select(
                inner,
                parameter.List[0, 3],
                Gen.Bool,
                Gen.Enum<CallingConvention>(),
                static (result, parameters, isVariadic, convention) =>
                    (CType)new FunctionType(result, parameters.ToEquatableArray(), isVariadic, convention)));
    }

    /// <summary>Digests with some of everything.</summary>
    public static Gen<HeaderDigest> Digests { get; } =
        Gen.Int[1, 31]
            .SelectMany(static bits => DigestsOf(PlatformSet.Of(PlatformNames.All.Where(platform => (bits & (1 << (int)platform)) != 0))));

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<string?> Nullable(Gen<string> gen) => Gen.OneOf(Gen.Const((string?)null), gen.Select(static text => (string?)text));

    private static Gen<long?> NullableLength() =>
        Gen.OneOf(Gen.Const((long?)null), Gen.Long[0, 100].Select(static length => (long?)length));

    private static Gen<PerPlatform<T>> Fact<T>(Gen<T> value, PlatformSet platforms)
        where T : notnull =>
        Gen.Select(value.Array[platforms.Count], Gen.Bool, (values, isUniform) => isUniform
            ? PerPlatform.Same(values[0])
            : PerPlatform.Of(platforms.Select((platform, index) => new PlatformVariant<T>(PlatformSet.Of(platform), values[index]))));

    // Everywhere, or on some of the digest's platforms.
    private static Gen<PlatformSet> Somewhere(PlatformSet platforms) => Gen.Int[0, 31].Select(bits =>
    {
        PlatformSet some = PlatformSet.Of(platforms.Where(platform => (bits & (1 << (int)platform)) != 0));
        return some.IsEmpty || some == platforms ? PlatformSet.All : some;
    });

    private static Gen<EquatableArray<T>> Items<T>(Gen<T> item, PlatformSet platforms)
        where T : CItem =>
        Gen.Select(
                item,
                Somewhere(platforms),
                s_location,
                s_documentation,
                s_attributes,
                static (item, on, location, documentation, attributes) =>
                    item with
                    {
                        Platforms = on,
                        Location = location,
                        Documentation = documentation,
                        Attributes = attributes,
                    })
            .List[0, 4]
            .Select(static list => list.ToEquatableArray());

    private static Gen<CField> Field(PlatformSet platforms) =>
        Gen.Select(
            Gen.OneOf(s_name, Gen.Const("")),
            Fact(Type(), platforms),
            Gen.OneOf(Gen.Const((int?)null), Gen.Int[1, 64].Select(static width => (int?)width)),
            Fact(Gen.Long[0, 100_000], platforms),
            Somewhere(platforms),
            s_documentation,
            s_attributes,
            static (name, type, width, offset, on, documentation, attributes) =>
                new CField(name, type, width is null ? offset.Select(static bits => bits * 8) : offset)
                {
                    BitWidth = width,
                    Platforms = on,
                    Documentation = documentation,
                    Attributes = attributes,
                });

    private static Gen<CRecord> Record(PlatformSet platforms) =>
        Gen.Select(
            s_typeName,
            Gen.Enum<RecordKind>(),
            Fact(
                Gen.Select(Gen.Long[0, 10_000], Any(1, 2, 4, 8, 16), static (size, alignment) => new RecordLayout(size, alignment)),
                platforms),
            Field(platforms).List[0, 4],
            static (name, kind, layout, fields) => new CRecord(name, kind, layout, fields.ToEquatableArray()));

    private static Gen<CEnum> Enum(PlatformSet platforms) =>
        Gen.Select(
            Gen.OneOf(s_typeName, Gen.Const("")),
            Fact(Type(0), platforms),
            Gen.Select(
                s_name,
                Fact(Gen.Long.Select(static value => new BigInteger(value)), platforms),
                Somewhere(platforms),
                s_documentation,
                static (name, value, on, documentation) => new CEnumMember(name, value) { Platforms = on, Documentation = documentation }
            ).List[0, 4],
            static (name, type, members) => new CEnum(name, type, members.ToEquatableArray()));

    private static Gen<PerPlatform<string>?> Symbol(PlatformSet platforms) => Gen.OneOf(
        Gen.Const((PerPlatform<string>?)null),
        Fact(Gen.OneOf(s_name, Any("fstat$INODE64", "?x@@YA", "a b")), platforms).Select(static symbol => (PerPlatform<string>?)symbol));

    private static Gen<CFunction> Function(PlatformSet platforms)
    {
        Gen<CParameter> parameter = Gen.Select(
            Nullable(s_name),
            Fact(Type(), platforms),
            NullableLength(),
            s_attributes,
            static (name, type, count, attributes) => new CParameter(name, type) { Count = count, Attributes = attributes });
        return Gen.Select(
            s_name,
            Fact(Type(), platforms),
            parameter.List[0, 4],
            Gen.Bool,
            Gen.Bool,
            Gen.Bool,
            Gen.Enum<CallingConvention>(),
            Symbol(platforms),
            static (name, result, parameters, isVariadic, isInline, isUnprototyped, convention, symbol) =>
                new CFunction(name, result, parameters.ToEquatableArray())
                {
                    IsVariadic = isVariadic,
                    IsInline = isInline,
                    IsUnprototyped = isUnprototyped,
                    Convention = convention,
                    Symbol = symbol,
                });
    }

    private static Gen<CVariable> Variable(PlatformSet platforms) =>
        Gen.Select(
            s_name,
            Fact(Type(), platforms),
            Gen.Bool,
            Symbol(platforms),
            static (name, type, isConst, symbol) => new CVariable(name, type) { IsConst = isConst, Symbol = symbol });

    private static Gen<CMacro> Macro(PlatformSet platforms) =>
        Gen.Select(
            s_name,
            Gen.OneOf(
                Gen.Const((EquatableArray<string>?)null),
                s_name.List[0, 3].Select(static names => (EquatableArray<string>?)names.ToEquatableArray())),
            Fact(Gen.OneOf(s_name, s_anyText), platforms),
            static (name, parameters, body) => new CMacro(name, parameters, body));

    /// <summary>Digests for some platforms.</summary>
    public static Gen<HeaderDigest> DigestsOf(PlatformSet platforms) =>
        Gen.Select(
            Gen.Select(
                Items(Gen.Select(s_typeName, Gen.Enum<RecordKind>(), static (name, kind) => new COpaque(name, kind)), platforms),
                Items(Record(platforms), platforms),
                Items(Enum(platforms), platforms),
                Items(Gen.Select(s_typeName, Fact(Type(), platforms), static (name, type) => new CTypedef(name, type)), platforms)),
            Gen.Select(
                Items(Function(platforms), platforms),
                Items(Variable(platforms), platforms),
                Items(
                    Gen.Select(
                        s_name,
                        Fact(Type(0), platforms),
                        Fact(s_value, platforms),
                        static (name, type, value) => new CConstant(name, type, value)),
                    platforms),
                Items(Macro(platforms), platforms)),
            Gen.Select(Nullable(s_name), Nullable(Any("3.40.1", "1.0 beta")), Nullable(s_name), Any("a.h", "my header.h").List[0, 2]),
            (types, others, facts) =>
                new HeaderDigest
                {
                    Platforms = platforms,
                    Opaques = types.Item1,
                    Records = types.Item2,
                    Enums = types.Item3,
                    Typedefs = types.Item4,
                    Functions = others.Item1,
                    Variables = others.Item2,
                    Constants = others.Item3,
                    Macros = others.Item4,
                    Library = facts.Item1,
                    Version = facts.Item2,
                    Sha256 = facts.Item3,
                    Headers = facts.Item4.ToEquatableArray(),
                });
}
