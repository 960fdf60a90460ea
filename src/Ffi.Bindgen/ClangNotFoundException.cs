namespace Ffi.Bindgen;

/// <summary>There is no libclang to read headers with.</summary>
public sealed class ClangNotFoundException : Exception
{
    internal ClangNotFoundException(string? path, IReadOnlyList<string> failures)
        : base(
            path is null
                ? "No libclang was found. Only Ffi's package for linux-x64 contains one; on other platforms Ffi uses the system's, release 14 or later. "
                    + $"{Advice} Or name its file in FFI_LIBCLANG or with --clang. Tried:\n  {string.Join("\n  ", failures)}"
                : $"{path} can't be loaded as libclang: {string.Join("; ", failures)}"
        ) { }

    private static string Advice =>
        OperatingSystem.IsWindows() ? "Install it with: winget install LLVM.LLVM."
        : OperatingSystem.IsMacOS() ? "Install it with: xcode-select --install, or brew install llvm."
        : "Install it with: apt install libclang1 (Debian and Ubuntu), dnf install clang-libs (Fedora), or apk add clang-libs (Alpine).";
}
