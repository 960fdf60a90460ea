namespace Ffi.Bindgen;

/// <summary>There is no libclang to read headers with.</summary>
public sealed class ClangNotFoundException : Exception
{
    internal ClangNotFoundException(string? path, IReadOnlyList<string> failures)
        : base(path is null
            ? $"No libclang was found. Install one (Debian and Ubuntu: apt install libclang1), or name its file in FFI_LIBCLANG. Tried:\n  {string.Join("\n  ", failures)}"
            : $"{path} can't be loaded as libclang: {string.Join("; ", failures)}")
    {
    }
}
