namespace Ffi.Benchmarks.Startup;

/// <summary>How a program binds its functions.</summary>
internal enum StartupWay
{
    /// <summary>By <c>[LibraryImport]</c>.</summary>
    LibraryImport,

    /// <summary>By hand: <c>NativeLibrary.GetExport</c> before a function's first call, and a function pointer.</summary>
    RawPointer,

    /// <summary>By <c>[NativeFunction]</c>.</summary>
    NativeFunction,

    /// <summary>By <c>[NativeFunction]</c> of a library that the runtime binds.</summary>
    NativeImport,
}
