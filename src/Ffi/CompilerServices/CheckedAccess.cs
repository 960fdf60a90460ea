namespace Ffi.CompilerServices;

/// <summary>What native code may do with the memory behind a parameter, as it was declared.</summary>
/// <remarks>Generated code says it; programs have no need to.</remarks>
[Flags]
public enum CheckedAccess
{
    /// <summary>Nothing is said.</summary>
    None = 0,

    /// <summary>Read it.</summary>
    Read = 1,

    /// <summary>Write it: the caller gets what was written.</summary>
    Write = 2,

    /// <summary>Both.</summary>
    ReadWrite = Read | Write,
}
