namespace Ffi.Tests.Callbacks;

/// <summary><c>struct operations</c>: callbacks as plain function pointers in a struct.</summary>
internal unsafe struct Operations
{
    public delegate* unmanaged<int, int, int> Even;
    public delegate* unmanaged<int, int, int> Odd;
}

[NativeLibrary("benchmarktest")]
internal static partial class OperationFunctions
{
    [NativeFunction("fold_operations")] internal static partial int Fold(in Operations table, int count);
    [NativeFunction("native_operations")] internal static partial void GetNative(out Operations table);
}
