namespace Ffi.Generators.Model;

/// <summary>Whose signature it is that attributes are in.</summary>
internal enum SignatureKind
{
    /// <summary>A <c>[NativeFunction]</c>.</summary>
    Function,

    /// <summary>A <c>[DllImport]</c> or <c>[LibraryImport]</c>.</summary>
    Import,

    /// <summary>A delegate type: called by native code, or made of a native function.</summary>
    Delegate,

    /// <summary>A <c>[NativeCallback]</c> method.</summary>
    Callback,

    /// <summary>A method that only managed code calls. What attributes say of it holds for its callers.</summary>
    Managed,
}
