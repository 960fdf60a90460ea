using System.Runtime.InteropServices;

namespace Ffi.Bindgen.Clang;

/// <summary><c>CXSourceLocation</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct ClangLocation(nint First, nint Second, uint Data);

/// <summary><c>CXSourceRange</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct ClangRange(nint First, nint Second, uint Begin, uint End);
