namespace Ffi.Generators.Model;

/// <summary>How a parameter is passed in C#.</summary>
internal enum PassingMode
{
    Value,
    Ref,
    In,
    RefReadOnly,
    Out,
}
