namespace Ffi.Headers.Digest;

/// <summary>A system and a processor for which a header is read.</summary>
public enum Platform
{
    /// <summary>Linux with glibc on x86-64: <c>long</c> has 8 bytes, plain <c>char</c> is signed.</summary>
    LinuxX64,

    /// <summary>Linux with glibc on AArch64: plain <c>char</c> is unsigned, <c>long double</c> has 128 bits of meaning.</summary>
    LinuxArm64,

    /// <summary>Windows on x86-64: <c>long</c> has 4 bytes, <c>wchar_t</c> has 2.</summary>
    WinX64,

    /// <summary>Windows on AArch64.</summary>
    WinArm64,

    /// <summary>macOS on Apple silicon.</summary>
    OsxArm64,
}
