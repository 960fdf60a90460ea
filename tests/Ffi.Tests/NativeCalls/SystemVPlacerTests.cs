using Ffi.Calls;

namespace Ffi.Tests.NativeCalls;

public class SystemVPlacerTests
{
    private static readonly string[] s_registers =
    [
        "rdi", "rsi", "rdx", "rcx", "r8", "r9",
        "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7",
    ];

    [Theory]
    [InlineData("", "")]
    [InlineData("bool char sbyte short int nint", "rdi rsi rdx rcx r8 r9")]
    [InlineData("int double nint float", "rdi xmm0 rsi xmm1")]
    [InlineData("int ... double int", "rdi ... xmm0 rsi")]
    public void Scalars_FillTheirOwnKindOfRegister(string signature, string places) => Assert.Equal(places, Place(signature));

    [Theory]
    [InlineData("int int int int int int sbyte double long", "rdi rsi rdx rcx r8 r9 [0] xmm0 [8]")]
    [InlineData("float float float float float float float float float int double",
        "xmm0 xmm1 xmm2 xmm3 xmm4 xmm5 xmm6 xmm7 [0] rdi [8]")]
    public void Surplus_GoesToTheStackInOrder(string signature, string places) => Assert.Equal(places, Place(signature));

    [Theory]
    [InlineData("{long,long} int", "rdi:rsi rdx")]
    [InlineData("{double,double} float", "xmm0:xmm1 xmm2")]
    [InlineData("{long,double} {double,long}", "rdi:xmm0 xmm1:rsi")]
    [InlineData("{int,float}", "rdi")]
    [InlineData("{float,float}", "xmm0")]
    [InlineData("{float,float,int}", "xmm0:rdi")]
    [InlineData("{float,float,float}", "xmm0:xmm1")]
    [InlineData("{byte,double}", "rdi:xmm0")]
    [InlineData("{byte,byte,byte}", "rdi")]
    [InlineData("{float,{float,int}}", "xmm0:rdi")]
    [InlineData("{float,{int,float}}", "rdi:xmm0")]
    [InlineData("{byte,byte,{byte,byte,byte,byte,byte,byte,byte}}", "rdi:rsi")]
    public void Struct_GoesByEightbytes(string signature, string places) => Assert.Equal(places, Place(signature));

    [Theory]
    [InlineData("int int int int int {long,long} int", "rdi rsi rdx rcx r8 [0]:[8] r9")]
    [InlineData("int int int int int int {long,double} double", "rdi rsi rdx rcx r8 r9 [0]:[8] xmm0")]
    [InlineData("double double double double double double double {double,double} double",
        "xmm0 xmm1 xmm2 xmm3 xmm4 xmm5 xmm6 [0]:[8] xmm7")]
    [InlineData("int int int int int int {int,float}", "rdi rsi rdx rcx r8 r9 [0]")]
    public void Struct_WithoutRoomForAllOfIt_LeavesTheRegistersToOthers(string signature, string places) =>
        Assert.Equal(places, Place(signature));

    private static string Place(string signature) => Signature.Place(default(SystemVPlacer), signature, offset =>
        offset < SystemVPlacer.StackStart ? s_registers[offset / 8] : $"[{offset - SystemVPlacer.StackStart}]");
}
