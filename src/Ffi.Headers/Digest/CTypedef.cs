namespace Ffi.Headers.Digest;

/// <summary>Another name for a type. A typedef that gives a struct, union or enum the name that it has in the digest is not
/// listed.</summary>
public sealed record CTypedef(string Name, PerPlatform<CType> Type) : CItem(Name)
{
    /// <summary>The function type, if it names one or a pointer to one.</summary>
    public FunctionType? Callback => Type.First switch
    {
        FunctionType function => function,
        PointerType { Target: FunctionType function } => function,
        _ => null,
    };
}
