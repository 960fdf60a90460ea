namespace Ffi.Headers.Digest;

/// <summary>Finds the declarations of a digest by name, and follows types to what they are.</summary>
public sealed class DigestIndex
{
    private readonly ILookup<string, CItem> _types;
    private readonly ILookup<string, CFunction> _functions;
    private readonly ILookup<string, CConstant> _constants;

    /// <summary>Reads a digest's names once.</summary>
    public DigestIndex(HeaderDigest digest)
    {
        Digest = digest;
        IEnumerable<CItem> types = [.. digest.Opaques, .. digest.Records, .. digest.Enums, .. digest.Typedefs];
        _types = types.ToLookup(static type => type.Name, StringComparer.Ordinal);
        _functions = digest.Functions.ToLookup(static function => function.Name, StringComparer.Ordinal);
        _constants = digest.Constants.ToLookup(static constant => constant.Name, StringComparer.Ordinal);
    }

    /// <summary>The digest.</summary>
    public HeaderDigest Digest { get; }

    /// <summary>The functions of a name: none, one, or one for each group of platforms.</summary>
    public IEnumerable<CFunction> FunctionsOf(string name) => _functions[name];

    /// <summary>The constants of a name.</summary>
    public IEnumerable<CConstant> ConstantsOf(string name) => _constants[name];

    /// <summary>The struct, union, enum, opaque type or typedef of a name on a platform; null if there is none.</summary>
    public CItem? FindType(string name, Platform platform) => _types[name].FirstOrDefault(type => type.Platforms.Contains(platform));

    /// <summary>The type behind all typedefs, on a platform: primitive, pointer, array, function, or the name of a record, enum or opaque type.</summary>
    public CType Resolve(CType type, Platform platform)
    {
        while (type is NamedType { Name: var name } && FindType(name, platform) is CTypedef definition)
        {
            type = definition.Type.On(platform);
        }

        return type;
    }

    /// <summary>The size and alignment of a type on a platform; null if it has none, such as an opaque type's.</summary>
    public RecordLayout? LayoutOf(CType type, Platform platform) => Resolve(type, platform) switch
    {
        PrimitiveType { Primitive: var primitive } => new(PrimitiveFacts.SizeOf(primitive, platform), PrimitiveFacts.AlignmentOf(primitive, platform)),
        PointerType => new(8, 8),
        ComplexType { Part: var part } => new(2 * PrimitiveFacts.SizeOf(part, platform), PrimitiveFacts.AlignmentOf(part, platform)),
        ArrayType array => LayoutOf(array.Element, platform) is { } element ? new((array.Length ?? 0) * element.Size, element.Alignment) : null,
        VectorType vector => LayoutOf(vector.Element, platform) is { } element ? VectorLayout(vector.Length * element.Size) : null,
        NamedType { Name: var name } => FindType(name, platform) switch
        {
            CRecord record => record.Layout.On(platform),
            CEnum { Type: var underlying } => LayoutOf(underlying.On(platform), platform),
            _ => null,
        },
        _ => null,
    };

    private static RecordLayout VectorLayout(long size)
    {
        // Compilers round a vector up to a power of two, and align it to that.
        long rounded = 1;
        while (rounded < size)
        {
            rounded *= 2;
        }

        return new(rounded, (int)rounded);
    }
}
