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

    /// <summary>Declared <c>extern</c>.</summary>
    Extern = 128,

    /// <summary>Another generator or the runtime binds it: <c>[LibraryImport]</c>, <c>[DllImport]</c>.</summary>
    AlsoImported = 256,

    /// <summary>The compiler refuses the declaration as it stands, and says so itself.</summary>
    Rejected = 512,

    /// <summary>The compiler refuses the declaration whatever is beside it, and runs no analyzer: one of ours says more than it
    /// does.</summary>
    Incurable = 1024,

    /// <summary>C# asks for a second half.</summary>
    NeedsBody = 2048,
}
