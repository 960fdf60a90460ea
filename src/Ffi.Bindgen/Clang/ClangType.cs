using System.Runtime.InteropServices;

namespace Ffi.Bindgen.Clang;

/// <summary><c>CXType</c>: 24 bytes, passed and returned by value.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct ClangType(TypeKind Kind, nint First, nint Second);
