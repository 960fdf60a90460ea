namespace Ffi.Generators.Model;

/// <summary>Types whose fields have an order, so that the runtime can convert them to a C struct's.</summary>
internal enum FormattedKind
{
    None,
    Struct,

    /// <summary>A class with <c>[StructLayout]</c>: in C a pointer to the struct.</summary>
    Class,
}
