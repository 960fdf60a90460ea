namespace Ffi.Abi.Tests.Model;

/// <summary>The system that the cases are called on.</summary>
internal static class AbiTarget
{
    /// <summary>Set to <c>windows</c> where the C side is compiled on another system for Windows.</summary>
    public const string Variable = "FFI_ABI_FOR";

    public static bool IsWindows { get; } = OperatingSystem.IsWindows() || Environment.GetEnvironmentVariable(Variable) == "windows";
}
