using Ffi.Bindgen.Clang;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Reading;

/// <summary>Calling conventions that differ from a platform's own.</summary>
internal static class Conventions
{
    public static CallingConvention Of(ClangConvention convention, Platform platform)
    {
        bool isWindows = platform is Platform.WinX64 or Platform.WinArm64;
        return convention switch
        {
            ClangConvention.X86StdCall => CallingConvention.Stdcall,
            ClangConvention.X86FastCall => CallingConvention.Fastcall,
            ClangConvention.X86VectorCall or ClangConvention.AArch64VectorCall => CallingConvention.Vectorcall,
            ClangConvention.Win64 when !isWindows => CallingConvention.MsAbi,
            ClangConvention.SystemV when isWindows => CallingConvention.SysVAbi,
            _ => CallingConvention.C,
        };
    }
}
