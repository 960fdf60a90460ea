using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Ffi.Bindgen.Clang;

/// <summary>Finds a libclang: the one that is packaged with this library, or else the newest of the system's, from release 14 on.</summary>
internal static class ClangLoader
{
    private const int OldestRelease = 14; // Its C interface has every function that LibClang declares.

    private static readonly Lazy<LibClang> s_library = new(static () => Load(Environment.GetEnvironmentVariable("FFI_LIBCLANG")));

    /// <summary>The library of this process, loaded once.</summary>
    /// <exception cref="ClangNotFoundException">There is none.</exception>
    public static LibClang Library => s_library.Value;

    /// <summary>Loads a library.</summary>
    /// <param name="path">A file that the user chose; null to search.</param>
    /// <exception cref="ClangNotFoundException">There is none, or the chosen file is none.</exception>
    public static LibClang Load(string? path)
    {
        DisableCrashRecovery();
        List<string> failures = [];
        foreach (string candidate in path is null ? Candidates() : [path])
        {
            if (TryLoad(candidate, failures, out LibClang? library))
            {
                return library;
            }
        }

        throw new ClangNotFoundException(path, failures);
    }

    /// <summary>The release of a library, such as 22; 0 if it doesn't tell.</summary>
    public static int ReleaseOf(LibClang library)
    {
        // "clang version 22.1.8", "Debian clang version 14.0.6", "Apple clang version 17.0.0 (clang-1700.0.13.3)".
        string version = library.Take(library.Version());
        int start = version.IndexOf("version ", StringComparison.Ordinal) + "version ".Length;
        return start >= "version ".Length && int.TryParse(version.AsSpan(start).TrimStart()[..DigitsAt(version, start)], out int release)
            ? release
            : 0;
    }

    /// <summary>Names and paths in the order in which they are tried.</summary>
    internal static IEnumerable<string> Candidates(string root = "/")
    {
        yield return "libclang";
        foreach (string file in SystemFiles(root))
        {
            yield return file;
        }
    }

    // The folders of LLVM's own packages and of the distributions' loader paths, the newest release first.
    private static IEnumerable<string> SystemFiles(string root)
    {
        string[] folders =
        [
            .. FoldersOf(Path.Combine(root, "usr/lib"), "llvm-*").Select(static folder => Path.Combine(folder, "lib")),
            Path.Combine(root, "usr/lib/x86_64-linux-gnu"), Path.Combine(root, "usr/lib/aarch64-linux-gnu"),
            Path.Combine(root, "usr/lib64"), Path.Combine(root, "usr/lib"), Path.Combine(root, "usr/local/lib"),
            // Where LLVM's installer for Windows puts it.
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "LLVM", "bin"),
            Path.Combine(root, "opt/homebrew/opt/llvm/lib"), Path.Combine(root, "Library/Developer/CommandLineTools/usr/lib"),
        ];
        return folders
            .Where(Directory.Exists)
            .SelectMany(static folder =>
                Directory
                    .EnumerateFiles(folder, "libclang*")
                    .Where(IsLibrary)
                    .OrderByDescending(static file => ReleaseIn(Path.GetFileName(file))));
    }

    private static IEnumerable<string> FoldersOf(string parent, string pattern) => Directory.Exists(parent)
        ? Directory.EnumerateDirectories(parent, pattern).OrderByDescending(static folder => ReleaseIn(Path.GetFileName(folder)))
        : [];

    // The first number of a name: 19 of llvm-19 and of libclang-19.so.1, 18 of libclang.so.18.1.
    private static int ReleaseIn(string name)
    {
        int start = name.AsSpan().IndexOfAnyInRange('0', '9');
        return start < 0 ? 0 : int.Parse(name.AsSpan(start, DigitsAt(name, start)), CultureInfo.InvariantCulture);
    }

    // libclang.so, libclang.so.1, libclang-14.so.14.0.6, libclang.dylib; not libclang-cpp.so.14, which has C++ interfaces only.
    private static bool IsLibrary(string file)
    {
        string name = Path.GetFileName(file);
        return !name.StartsWith("libclang-cpp", StringComparison.Ordinal)
            && (
                name.EndsWith(".dylib", StringComparison.Ordinal)
                || name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
                || name.EndsWith(".so", StringComparison.Ordinal)
                || name.Contains(".so.", StringComparison.Ordinal));
    }

    private static bool TryLoad(string candidate, List<string> failures, [NotNullWhen(true)] out LibClang? library)
    {
        library = null;
        try
        {
            LibClang loaded = new(NativeModule.Load(candidate));
            if (ReleaseOf(loaded) is > 0 and < OldestRelease and var release)
            {
                failures.Add($"{candidate}: release {release} is older than {OldestRelease}");
                return false;
            }

            library = loaded;
            return true;
        }
        catch (Exception error) when (error is NativeLibraryNotFoundException or NativeSymbolNotFoundException)
        {
            failures.Add($"{candidate}: {error.Message}");
            return false;
        }
    }

    private static int DigitsAt(string text, int start)
    {
        int length = 0;
        while (start + length < text.Length && char.IsAsciiDigit(text[start + length]))
        {
            length++;
        }

        return length;
    }

    // libclang would catch the signals that .NET makes exceptions of, such as NullReferenceException, on every thread of the process.
    private static void DisableCrashRecovery()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = LibC.SetEnvironment("LIBCLANG_DISABLE_CRASH_RECOVERY", "1", 1);
        }
    }
}
