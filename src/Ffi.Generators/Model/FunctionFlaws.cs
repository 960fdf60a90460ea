namespace Ffi.Generators.Model;

/// <summary>What a declaration can do wrong besides its types.</summary>
[Flags]
internal enum FunctionFlaws
{
    None = 0,
    NotPartial = 1,
    HasBody = 2,
    Generic = 4,
    ReturnsByReference = 8,
    VariableArguments = 16,
    Static = 32,
    Instance = 64,
}
