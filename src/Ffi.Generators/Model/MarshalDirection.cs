namespace Ffi.Generators.Model;

/// <summary>Which way a value crosses.</summary>
internal enum MarshalDirection
{
    In,
    Ref,
    Out,
}
