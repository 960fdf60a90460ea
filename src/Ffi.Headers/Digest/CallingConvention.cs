namespace Ffi.Headers.Digest;

/// <summary>How a function takes its arguments, where the header says something else than the platform's C.</summary>
public enum CallingConvention
{
    /// <summary>The platform's own.</summary>
    C,

    /// <summary><c>__stdcall</c>: differs from C in 32-bit Windows programs only.</summary>
    Stdcall,

    /// <summary><c>__fastcall</c>: differs from C in 32-bit Windows programs only.</summary>
    Fastcall,

    /// <summary><c>__vectorcall</c>.</summary>
    Vectorcall,

    /// <summary><c>__attribute__((ms_abi))</c>: as on Windows, elsewhere.</summary>
    MsAbi,

    /// <summary><c>__attribute__((sysv_abi))</c>: as on Linux, on Windows.</summary>
    SysVAbi,
}
