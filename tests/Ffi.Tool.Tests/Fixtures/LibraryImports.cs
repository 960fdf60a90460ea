using System.Runtime.InteropServices;

namespace Ffi.Tool.Tests.Fixtures;

/// <summary>Imports that LibraryImport's generator writes. The tests verify their own assembly.</summary>
internal static unsafe partial class LibraryImports
{
    [LibraryImport("fixture", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int fixture_open(string name, out nint box);

    [LibraryImport("fixture", StringMarshalling = StringMarshalling.Utf16)]
    public static partial int fixture_rename(nint box, string name); // FFI3012

    [LibraryImport("fixture", SetLastError = true)]
    public static partial int fixture_count(nint box, out int count); // FFI3004

    [LibraryImport("fixture")]
    public static partial int fixture_fill(nint box, [Out] byte[] bytes, nuint length);
}
