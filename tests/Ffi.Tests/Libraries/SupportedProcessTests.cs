using System.Runtime.InteropServices;
using Ffi.CompilerServices;

namespace Ffi.Tests.Libraries;

public class SupportedProcessTests
{
    [Theory]
    [InlineData(Architecture.X86)]
    [InlineData(Architecture.Arm)]
    [InlineData(Architecture.Armv6)]
    public void A32BitProcess_IsRefused_WithWords(Architecture architecture) =>
        Assert.Contains(
            $"this one is {architecture}",
            Assert.Throws<PlatformNotSupportedException>(() => SupportedProcess.ThrowIfNotSupported(architecture)).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(Architecture.X64)]
    [InlineData(Architecture.Arm64)]
    public void A64BitProcess_IsNot(Architecture architecture) => SupportedProcess.ThrowIfNotSupported(architecture);
}
