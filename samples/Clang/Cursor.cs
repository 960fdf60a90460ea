using System.Runtime.InteropServices;

namespace Clang;

/// <summary><c>CXCursor</c>, a node of the tree: 32 bytes, passed by value.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Cursor(CursorKind Kind, int Data, nint First, nint Second, nint Third);
