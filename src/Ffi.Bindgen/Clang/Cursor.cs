using System.Runtime.InteropServices;

namespace Ffi.Bindgen.Clang;

/// <summary><c>CXCursor</c>, a node of the tree: 32 bytes, passed by value.</summary>
/// <param name="Kind">What the node is.</param>
/// <param name="Extra">libclang's own.</param>
/// <param name="Declaration">Of a declaration, the same for each cursor that stands for it; a definition and its forward declarations
/// differ.</param>
/// <param name="Second">libclang's own.</param>
/// <param name="Third">libclang's own.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Cursor(CursorKind Kind, int Extra, nint Declaration, nint Second, nint Third);
