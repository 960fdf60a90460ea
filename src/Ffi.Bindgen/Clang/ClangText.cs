using System.Runtime.InteropServices;

namespace Ffi.Bindgen.Clang;

/// <summary><c>CXString</c>: text that libclang owns until it is disposed.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct ClangText(nint Data, uint Flags);
