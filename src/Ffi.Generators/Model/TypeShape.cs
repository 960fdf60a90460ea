namespace Ffi.Generators.Model;

/// <summary>The kinds of C# types that planning tells apart.</summary>
internal enum TypeShape
{
    /// <summary>Not a type that can be passed; <see cref="TypeModel.Fault"/> says why.</summary>
    Unsupported,
    Void,
    Boolean,
    Char,

    /// <summary>A number, enum or pointer: the same bits on both sides.</summary>
    Scalar,

    /// <summary>A value type that is the same bytes on both sides.</summary>
    BlittableStruct,

    /// <summary>An unmanaged struct that may be pointed at but not passed by value; <see cref="TypeModel.Fault"/> says why.</summary>
    UnmanagedStruct,
    Span,
    ReadOnlySpan,
    Array,
    Memory,
    ReadOnlyMemory,
    String,
    SafeHandle,
    BorrowedHandle,
    Delegate,
    NativeCallback,
    PinnedBuffer,
}
