namespace Ffi.Headers.Digest;

/// <summary>Finds the types that declarations need, and those that these need in turn.</summary>
internal sealed class TypeClosure
{
    private readonly ILookup<string, CItem> _types;
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);
    private readonly Queue<string> _open = new();

    public TypeClosure(HeaderDigest digest)
    {
        IEnumerable<CItem> types = [.. digest.Opaques, .. digest.Records, .. digest.Enums, .. digest.Typedefs];
        _types = types.ToLookup(static type => type.Name, StringComparer.Ordinal);
    }

    /// <summary>The names of the types that the functions, variables and constants of a digest need, and of those that are wanted for
    /// themselves.</summary>
    public HashSet<string> Of(HeaderDigest chosen, Func<string, bool> isWanted)
    {
        foreach (
            CType type in chosen
                .Functions.SelectMany(TypesOf)
                .Concat(chosen.Variables.SelectMany(static item => Values(item.Type)))
                .Concat(chosen.Constants.SelectMany(static item => Values(item.Type))))
        {
            Add(type);
        }

        foreach (IGrouping<string, CItem> type in _types.Where(type => type.Key.Length > 0 && isWanted(type.Key)))
        {
            Add(type.Key);
        }

        while (_open.Count > 0)
        {
            foreach (CType type in _types[_open.Dequeue()].SelectMany(TypesOf))
            {
                Add(type);
            }
        }

        return _found;
    }

    private static IEnumerable<CType> TypesOf(CItem item) => item switch
    {
        CFunction function => function.Parameters.SelectMany(static parameter => Values(parameter.Type)).Concat(Values(function.Result)),
        CRecord record => record.Fields.SelectMany(static field => Values(field.Type)),
        CTypedef typedef => Values(typedef.Type),
        _ => [],
    };

    private static IEnumerable<CType> Values(PerPlatform<CType> type) => type.Variants.Select(static variant => variant.Value);

    private void Add(CType type)
    {
        switch (type)
        {
            case NamedType named:
                Add(named.Name);
                break;
            case PointerType pointer:
                Add(pointer.Target);
                break;
            case ArrayType array:
                Add(array.Element);
                break;
            case VectorType vector:
                Add(vector.Element);
                break;
            case FunctionType function:
                Add(function.Result);
                foreach (FunctionTypeParameter parameter in function.Parameters)
                {
                    Add(parameter.Type);
                }

                break;
        }
    }

    private void Add(string name)
    {
        if (_found.Add(name))
        {
            _open.Enqueue(name);
        }
    }
}
