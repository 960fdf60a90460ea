namespace Ffi.Tests.Testing;

/// <summary>Where this system keeps the functions of standard C.</summary>
internal static class SystemLibraries
{
    /// <summary>Has <c>abs</c>, <c>div</c> and <c>toupper</c>.</summary>
    public static string C { get; } = OperatingSystem.IsWindows() ? "ucrtbase" : "c";

    /// <summary>Has <c>pow</c>, <c>sqrt</c> and <c>frexp</c>.</summary>
    public static string Math { get; } = OperatingSystem.IsWindows() ? "ucrtbase" : "m";
}
