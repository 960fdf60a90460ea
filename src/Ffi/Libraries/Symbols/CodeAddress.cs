namespace Ffi;

/// <summary>Tells functions from data: what can be called is in memory that may be executed.</summary>
internal static class CodeAddress
{
    /// <param name="library">The handle of the library that the symbol was found through.</param>
    /// <param name="address">The symbol's address.</param>
    /// <returns>Whether the address is that of data; null if this can't be told, as for what no file was mapped to.</returns>
    public static bool? IsData(nint library, nint address) =>
        OperatingSystem.IsLinux() ? ElfCode.IsData(library, address)
        : OperatingSystem.IsWindows() ? WindowsLoader.IsData(address)
        : OperatingSystem.IsMacOS() ? MachOCode.IsData(address)
        : null;
}
