namespace Ffi.Tests.Callbacks;

public partial class FunctionPointersInStructsTests
{
    [Fact]
    public unsafe void Struct_TakesAddressesOfStaticMethodsAndOfClosures()
    {
        int bias = 10;
        using var odd = NativeCallback<Func<int, int, int>>.Create((left, right) => bias + left - right);
        Operations table = new()
        {
            Even = (delegate* unmanaged<int, int, int>)AddPointer,
            Odd = (delegate* unmanaged<int, int, int>)odd.Pointer,
        };

        // ((0 + 1) * 2 + (10 + 1 - 1)) * 2 + (2 + 1)
        Assert.Equal(27, OperationFunctions.Fold(in table, 3));
        bias = 100;
        Assert.Equal(207, OperationFunctions.Fold(in table, 3));
    }

    [Fact]
    public unsafe void Struct_GivesAddressesOfNativeFunctions()
    {
        OperationFunctions.GetNative(out Operations table);

        Assert.Equal(5, table.Even(7, 2));
        Assert.Equal(14, NativeDelegate.FromPointer<Func<int, int, int>>((nint)table.Odd)(7, 2));
        Assert.Equal((((0 - 1) * 2) + (1 * 1)) * 2 + (2 - 1), OperationFunctions.Fold(in table, 3));
    }

    [NativeCallback]
    private static int Add(int left, int right) => left + right;
}
