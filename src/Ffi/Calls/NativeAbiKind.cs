namespace Ffi.Calls;

/// <summary>The C calling conventions that differ in something a call must know.</summary>
internal enum NativeAbiKind
{
    Unknown,
    SystemV,
    WindowsX64,
    Arm64,
    AppleArm64,
    WindowsArm64,
}
