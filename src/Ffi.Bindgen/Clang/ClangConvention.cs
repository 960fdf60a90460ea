namespace Ffi.Bindgen.Clang;

/// <summary>The members of <c>enum CXCallingConv</c> that a C header for our platforms can ask for.</summary>
internal enum ClangConvention
{
    C = 1,
    X86StdCall = 2,
    X86FastCall = 3,
    Win64 = 10,
    SystemV = 11,
    X86VectorCall = 12,
    AArch64VectorCall = 16,
}

/// <summary><c>enum CX_StorageClass</c>.</summary>
internal enum StorageClass
{
    Invalid,
    None,
    Extern,
    Static,
    PrivateExtern,
}
