namespace Ffi.Headers.Digest;

/// <summary>Finds the declarations of a digest by name, and follows types to what they are.</summary>
public sealed class DigestIndex
{
    private readonly ILookup<string, CItem> _types;
    private readonly ILookup<string, CFunction> _functions;
    private readonly ILookup<string, CConstant> _constants;
    private readonly ILookup<string, CVariable> _variables;
    private readonly ILookup<string, CMacro> _macros;
    private readonly Lazy<ILookup<string, CItem>> _alike;
    private readonly Lazy<ILookup<string, CTypedef>> _callbacksAlike;
    private readonly Dictionary<string, (CEnum Enum, CEnumMember Member)> _members = new(StringComparer.Ordinal);

    /// <summary>Reads a digest's names once.</summary>
    public DigestIndex(HeaderDigest digest)
    {
        Digest = digest;
        IEnumerable<CItem> types = [.. digest.Opaques, .. digest.Records, .. digest.Enums, .. digest.Typedefs];
        _types = types.ToLookup(static type => type.Name, StringComparer.Ordinal);
        _functions = digest.Functions
            .SelectMany(static function => NamesOf(function).Select(name => (name, function)))
            .ToLookup(static pair => pair.name, static pair => pair.function, StringComparer.Ordinal);
        _alike = new(() =>
            types
                .SelectMany(type =>
                    new[]
                    {
                        type.Name,
                        type.Name.EndsWith("_t", StringComparison.Ordinal) ? type.Name.Substring(0, type.Name.Length - 2) : type.Name,
                    }
                        .Select(Names.Plain)
                        .Distinct()
                        .Select(name => (name, target: TargetOf(type))))
                .Where(static pair => pair.target is not null)
                .ToLookup(static pair => pair.name, static pair => pair.target!, StringComparer.Ordinal));
        _callbacksAlike = new(() =>
            digest
                .Typedefs.Where(static type => type.Callback is not null)
                .ToLookup(static type => Names.Plain(type.Name), static type => type, StringComparer.Ordinal));
        _constants = digest.Constants.ToLookup(static constant => constant.Name, StringComparer.Ordinal);
        _variables = digest.Variables.ToLookup(static variable => variable.Name, StringComparer.Ordinal);
        _macros = digest.Macros.ToLookup(static macro => macro.Name, StringComparer.Ordinal);
        foreach (CEnum numbers in digest.Enums)
        {
            foreach (CEnumMember member in numbers.Members)
            {
                _members[member.Name] = (numbers, member);
            }
        }
    }

    /// <summary>The digest.</summary>
    public HeaderDigest Digest { get; }

    /// <summary>The functions of a name, as C programs call them or as the library exports them: none, one, or one for each group of
    /// platforms.</summary>
    public IEnumerable<CFunction> FunctionsOf(string name) => _functions[name];

    /// <summary>The constants of a name.</summary>
    public IEnumerable<CConstant> ConstantsOf(string name) => _constants[name];

    /// <summary>The variables of a name.</summary>
    public IEnumerable<CVariable> VariablesOf(string name) => _variables[name];

    /// <summary>The macros of a name that are no constants.</summary>
    public IEnumerable<CMacro> MacrosOf(string name) => _macros[name];

    /// <summary>The member of an enum that has a name, which no two members share; null if there is none.</summary>
    public (CEnum Enum, CEnumMember Member)? FindEnumMember(string name) =>
        _members.TryGetValue(name, out (CEnum, CEnumMember) found) ? found : null;

    /// <summary>The record that another language's name means, such as <c>GitStatusOptions</c> for <c>git_status_options</c>; null if none
    /// or several.</summary>
    public CRecord? FindRecordAlike(string name) =>
        _alike.Value[Names.Plain(name)].Distinct().ToArray() is [CRecord record] ? record : null;

    /// <summary>The enum that another language's name means; null if none or several.</summary>
    public CEnum? FindEnumAlike(string name) => _alike.Value[Names.Plain(name)].Distinct().ToArray() is [CEnum numbers] ? numbers : null;

    /// <summary>The function type that another language's name means, and its name in C; null if none or several.</summary>
    public CTypedef? FindCallbackAlike(string name) =>
        _callbacksAlike.Value[Names.Plain(name)].ToArray() is [{ } callback] ? callback : null;

    /// <summary>The types of a name, one for each group of platforms.</summary>
    public IEnumerable<CItem> TypesOf(string name) => _types[name];

    /// <summary>The struct, union, enum, opaque type or typedef of a name on a platform; null if there is none.</summary>
    public CItem? FindType(string name, Platform platform) => _types[name].FirstOrDefault(type => type.Platforms.Contains(platform));

    /// <summary>The type behind all typedefs, on a platform: primitive, pointer, array, function, or the name of a record, enum or opaque
    /// type.</summary>
    public CType Resolve(CType type, Platform platform)
    {
        while (type is NamedType { Name: var name } && FindType(name, platform) is CTypedef definition)
        {
            type = definition.Type.On(platform);
        }

        return type;
    }

    /// <summary>The size and alignment of a type on a platform; null if it has none, such as an opaque type's.</summary>
    public RecordLayout? LayoutOf(CType type, Platform platform) =>
        Resolve(type, platform) switch
        {
            PrimitiveType { Primitive: var primitive } => new(
                PrimitiveFacts.SizeOf(primitive, platform),
                PrimitiveFacts.AlignmentOf(primitive, platform)),
            PointerType => new(8, 8),
            ComplexType { Part: var part } => new(2 * PrimitiveFacts.SizeOf(part, platform), PrimitiveFacts.AlignmentOf(part, platform)),
            ArrayType array => LayoutOf(array.Element, platform) is { } element
                ? new((array.Length ?? 0) * element.Size, element.Alignment)
                : null,
            VectorType vector => LayoutOf(vector.Element, platform) is { } element ? VectorLayout(vector.Length * element.Size) : null,
            NamedType { Name: var name } => FindType(name, platform) switch
            {
                CRecord record => record.Layout.On(platform),
                CEnum { Type: var underlying } => LayoutOf(underlying.On(platform), platform),
                _ => null,
            },
            _ => null,
        };

    // A typedef of a record stands for it.
    private CItem? TargetOf(CItem type)
    {
        for (int depth = 0; depth < 8 && type is CTypedef { Type.First: NamedType { Name: var name } }; depth++)
        {
            type = _types[name].FirstOrDefault() ?? type;
        }

        return type is CRecord or CEnum ? type : null;
    }

    private static IEnumerable<string> NamesOf(CFunction function) => function.Symbol is { } symbol
        ? symbol.Variants.Select(static variant => variant.Value).Concat([function.Name]).Distinct()
        : [function.Name];

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
