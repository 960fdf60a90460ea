namespace Ffi.Generators.Model;

/// <summary>In which direction a value is passed.</summary>
internal enum MarshalDirection
{
    In,
    Ref,
    Out,
}
