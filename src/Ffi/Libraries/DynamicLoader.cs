using System.Runtime.CompilerServices;
using System.Text;

namespace Ffi;

/// <summary>The operating system's loader. Its functions are called by their addresses, so that nothing comes between a failure and
/// the question why.</summary>
internal static unsafe class DynamicLoader
{
    // C identifiers are shorter; mangled C++ names may be longer and then cost an array.
    private const int StackBytes = 256;

    /// <summary>Loads a library from a path or, left to the loader's own search, by a file name.</summary>
    /// <returns>The handle; 0 if <paramref name="error"/> says why not.</returns>
    public static nint Open(string file, WindowsSearchFlags flags, out string error) =>
        OperatingSystem.IsWindows() ? WindowsLoader.Open(file, flags, out error) : UnixLoader.Open(file, out error);

    /// <returns>The address of a symbol; 0 if there is none.</returns>
    [SkipLocalsInit]
    public static nint Find(nint handle, string symbol)
    {
        if (symbol.Contains('\0'))
        {
            return 0;
        }

        Span<byte> stack = stackalloc byte[StackBytes];
        Span<byte> nameUtf8 = 3 * symbol.Length < StackBytes ? stack : new byte[Encoding.UTF8.GetByteCount(symbol) + 1];
        nameUtf8[Encoding.UTF8.GetBytes(symbol, nameUtf8)] = 0;
        fixed (byte* name = nameUtf8)
        {
            return OperatingSystem.IsWindows() ? WindowsLoader.Find(handle, name) : UnixLoader.Find(handle, name);
        }
    }

    /// <returns>The file that a library was loaded from; null if the system does not tell.</returns>
    public static string? PathOf(nint handle) =>
        OperatingSystem.IsWindows() ? WindowsLoader.PathOf(handle) : UnixLoader.PathOf(handle);

    /// <summary>Takes back one load. The last one unmaps the library, after its destructors have run on this thread.</summary>
    public static void Close(nint handle)
    {
        if (OperatingSystem.IsWindows())
        {
            WindowsLoader.Close(handle);
        }
        else
        {
            UnixLoader.Close(handle);
        }
    }
}
