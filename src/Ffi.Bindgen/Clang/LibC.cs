namespace Ffi.Bindgen.Clang;

/// <summary>The C library's environment: <c>Environment.SetEnvironmentVariable</c> changes what .NET sees, not what C sees.</summary>
[NativeLibrary("c", MacOS = "libSystem.dylib")]
internal static partial class LibC
{
    [NativeFunction("setenv")] public static partial int SetEnvironment(string name, string value, int overwrite);
}
