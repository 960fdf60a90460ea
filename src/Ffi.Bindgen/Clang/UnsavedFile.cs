using System.Runtime.InteropServices;

namespace Ffi.Bindgen.Clang;

/// <summary><c>struct CXUnsavedFile</c>: a file that is in memory only.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct UnsavedFile(nint Name, nint Contents, CULong Length);
