using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Reading;

/// <summary>What a compiler for each platform is called with.</summary>
internal static class TargetArguments
{
    private static readonly string[] s_common =
    [
        "-x", "c", "-std=gnu17", "-nostdinc", "-w", "-ferror-limit=0",
        // libclang gives no comment of a header that is found like a system's, unless it is told.
        "-fretain-comments-from-system-headers", "-fparse-all-comments",
    ];

    public static IEnumerable<string> For(Platform platform) => [$"--target={TripleOf(platform)}", .. s_common, .. ExtraOf(platform)];

    public static string TripleOf(Platform platform) => platform switch
    {
        Platform.LinuxX64 => "x86_64-linux-gnu",
        Platform.LinuxArm64 => "aarch64-linux-gnu",
        // Mingw's layouts are those of Microsoft's compiler but for long double; only they can be checked without Windows.
        Platform.WinX64 => "x86_64-w64-windows-gnu",
        Platform.WinArm64 => "aarch64-w64-windows-gnu",
        Platform.OsxArm64 => "arm64-apple-macosx11.0",
        _ => throw new ArgumentOutOfRangeException(nameof(platform)),
    };

    // Microsoft's compiler has the type built in, and mingw's headers define it in every one. Its version tells that it has Windows' newer
    // types. All of them ask for Windows 10, if nobody does.
    private static string[] ExtraOf(Platform platform) => platform is Platform.WinX64 or Platform.WinArm64
        ? ["-D__int64=long long", "-D__MINGW64_VERSION_MAJOR=10", "-D__MINGW64_VERSION_MINOR=0", "-D_WIN32_WINNT=0x0A00"]
        : [];
}
