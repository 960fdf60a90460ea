namespace Ffi.Tool.Tests.Fixtures;

/// <summary>Functions that the runtime binds: each has an import inside, which is the same declaration and no second one.</summary>
[NativeLibrary("fixture", Binding = NativeBinding.Import)]
internal static partial class ImportedFunctions
{
    [NativeFunction("fixture_rename")]
    public static partial int Rename(nint box, string name);

    [NativeFunction("fixture_count")]
    public static partial int CountThrough(nint box, out ushort count); // FFI3004
}
