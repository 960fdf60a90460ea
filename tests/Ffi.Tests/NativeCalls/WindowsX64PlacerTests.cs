using Ffi.Calls;

namespace Ffi.Tests.NativeCalls;

public class WindowsX64PlacerTests
{
    [Theory]
    [InlineData("int double sbyte float", "rcx xmm1 r8 xmm3")]
    [InlineData("double int float nint", "xmm0 rdx xmm2 r9")]
    [InlineData("int int int int double int float", "rcx rdx r8 r9 [32] [40] [48]")]
    public void Scalars_TakeTheSlotOfTheirPosition(string signature, string places) => Assert.Equal(places, Place(signature));

    [Theory]
    [InlineData("{byte} {short} {float} {int,float} {double}", "rcx rdx r8 r9 [32]")]
    [InlineData("{float,float} double", "rcx xmm1")]
    [InlineData("{byte,byte,byte} int {long,long} double {float,float,float}", "&rcx rdx &r8 xmm3 &[32]")]
    public void Struct_GoesAsAnIntegerOfItsSizeOrByAddress(string signature, string places) => Assert.Equal(places, Place(signature));

    [Fact]
    public void EachStructByAddress_HasACopyOfItsOwn()
    {
        var placer = new WindowsX64Placer(NativeType.Void);
        NativeType type = NativeType.Struct(NativeType.Int64, NativeType.Int64);

        int first = placer.Place(type).Second, second = placer.Place(type).Second;

        Assert.Equal(NativeType.MaxStructBytes, second - first);
        Assert.True(first >= WindowsX64Placer.MaxSlots * 8);
    }

    [Theory]
    [InlineData("double int ... double int float", "xmm0 rdx ... r8 r9 [32]")]
    public void VariadicFloats_StandInIntegerRegisters(string signature, string places) => Assert.Equal(places, Place(signature));

    [Theory]
    [InlineData("{long,long}", "rdx xmm2")]
    [InlineData("{byte,byte,byte}", "rdx xmm2")]
    [InlineData("{float,float}", "rcx xmm1")]
    [InlineData("double", "rcx xmm1")]
    public void ResultOfAnotherSizeThanARegister_TakesTheFirstSlot(string returns, string places) =>
        Assert.Equal(places, Place("int double", Signature.Read(returns).Single()!.Value));

    private static string Place(string signature, NativeType returns = default)
    {
        // Which kind of register a slot is can be asked when all arguments are placed.
        var placer = new WindowsX64Placer(returns);
        foreach (NativeType? type in Signature.Read(signature))
        {
            if (type is null)
            {
                placer.BeginVariadic();
            }
            else
            {
                placer.Place(type.Value);
            }
        }

        return Signature.Place(new WindowsX64Placer(returns), signature, offset => (offset / 8) switch
        {
            var slot and < WindowsX64Placer.RegisterSlots when (placer.VectorSlots & (1 << slot)) != 0 => $"xmm{slot}",
            var slot and < WindowsX64Placer.RegisterSlots => ((string[])["rcx", "rdx", "r8", "r9"])[slot],
            _ => $"[{offset}]",
        });
    }
}
