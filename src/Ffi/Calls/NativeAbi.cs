using System.Runtime.InteropServices;

namespace Ffi.Calls;

/// <summary>The C calling convention of this process.</summary>
internal static class NativeAbi
{
    public static readonly NativeAbiKind Current = RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => OperatingSystem.IsWindows() ? NativeAbiKind.WindowsX64 : NativeAbiKind.SystemV,
        Architecture.Arm64 when OperatingSystem.IsWindows() => NativeAbiKind.WindowsArm64,
        Architecture.Arm64 => IsApple ? NativeAbiKind.AppleArm64 : NativeAbiKind.Arm64,
        _ => NativeAbiKind.Unknown,
    };

    private static bool IsApple =>
        OperatingSystem.IsMacOS() || OperatingSystem.IsIOS() || OperatingSystem.IsTvOS() || OperatingSystem.IsMacCatalyst();

    public static PlatformNotSupportedException NotSupported() => new(
        $"NativeCall knows the calling conventions of x64 and arm64, not of {RuntimeInformation.ProcessArchitecture}. " +
        "Declare the function with [NativeFunction], or call it through a typed function pointer.");
}
