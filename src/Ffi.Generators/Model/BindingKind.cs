namespace Ffi.Generators.Model;

/// <summary>Who looks up a library's symbols, and when. The values are those of <c>NativeBinding</c>.</summary>
internal enum BindingKind
{
    Lazy,
    Eager,

    /// <summary>The runtime, as it does for <c>[DllImport]</c>.</summary>
    Import,
}
