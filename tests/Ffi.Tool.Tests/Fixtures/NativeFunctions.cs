using System.Runtime.InteropServices;

namespace Ffi.Tool.Tests.Fixtures;

/// <summary>Functions that Ffi binds.</summary>
[NativeLibrary("fixture")]
internal static unsafe partial class NativeFunctions
{
    [NativeFunction("fixture_open")]
    public static partial int Open(string name, out nint box);

    [NativeFunction("fixture_count")]
    public static partial int Count(nint box, out uint count, [LastError] out int error); // FFI3004

    [NativeFunction("fixture_fill")]
    public static partial int Fill(nint box, Span<byte> bytes, nuint length);

    [NativeFunction("fixture_is_open")]
    public static partial bool IsOpen(nint box);

    [NativeFunction("fixture_name")]
    [return: FreedWith("fixture_fre")] // FFI3015
    public static partial string? NameOf(nint box);

    [NativeFunction("fixture_print", Variadic = 1)]
    public static partial int Print(string format, int number);
}
