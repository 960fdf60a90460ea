using System.Runtime.InteropServices;

namespace Clang;

/// <summary><c>CXType</c>: 24 bytes, passed and returned by value.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct ClangType(int Kind, nint First, nint Second);
