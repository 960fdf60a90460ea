namespace Ffi.Tests.Calls;

public sealed class VoidFunctionTests
{
    [Fact]
    public void VoidFunction_IsCalledOncePerCall()
    {
        VoidFunctions.TakeTotal();

        VoidFunctions.AddToTotal(40);
        VoidFunctions.Nothing();
        VoidFunctions.AddToTotal(2);

        Assert.Equal(42, VoidFunctions.TakeTotal());
        Assert.Equal(0, VoidFunctions.TakeTotal());
    }
}
