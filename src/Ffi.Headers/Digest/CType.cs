namespace Ffi.Headers.Digest;

/// <summary>A type of C. <c>const</c> is kept where it says what a callee may write: behind pointers.</summary>
public abstract record CType
{
    private protected CType()
    {
    }

    /// <summary>The type as a digest writes it.</summary>
    public sealed override string ToString() => Text.TypeText.Of(this);
}

/// <summary>A type of C's own, or a typedef of the standard headers such as <c>size_t</c>.</summary>
public sealed record PrimitiveType(Primitive Primitive) : CType;

/// <summary>A struct, union, enum, opaque type or typedef of the digest, by its name there.</summary>
public sealed record NamedType(string Name) : CType;

/// <summary>A pointer.</summary>
/// <param name="Target">What it points to.</param>
/// <param name="IsConst">Whether the target may not be written through it.</param>
public sealed record PointerType(CType Target, bool IsConst = false) : CType;

/// <summary>An array as a field, a variable, or behind a pointer.</summary>
/// <param name="Element">The type of one element.</param>
/// <param name="Length">How many; null for a flexible array at a struct's end, or one whose length the header doesn't say.</param>
public sealed record ArrayType(CType Element, long? Length) : CType;

/// <summary>A vector of the compiler's, such as <c>__m128</c>.</summary>
public sealed record VectorType(CType Element, int Length) : CType;

/// <summary>A complex number: two of its part.</summary>
public sealed record ComplexType(Primitive Part) : CType;

/// <summary>A function type. What C passes is a pointer to it.</summary>
public sealed record FunctionType(
    CType Result,
    EquatableArray<FunctionTypeParameter> Parameters,
    bool IsVariadic = false,
    CallingConvention Convention = CallingConvention.C) : CType;

/// <summary>A parameter of a function type; its name is null if the header gives none.</summary>
public sealed record FunctionTypeParameter(string? Name, CType Type);
