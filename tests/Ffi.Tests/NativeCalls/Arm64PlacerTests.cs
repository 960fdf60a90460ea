using Ffi.Calls;

namespace Ffi.Tests.NativeCalls;

public class Arm64PlacerTests
{
    private const string EightInts = "int int int int int int int int";
    private const string EightIntPlaces = "x0 x1 x2 x3 x4 x5 x6 x7";

    [Theory]
    [InlineData("int double nint float bool", "x0 v0 x1 v1 x2")]
    [InlineData(EightInts + " sbyte double short long", EightIntPlaces + " [0] v0 [8] [16]")]
    [InlineData("int ... double int", "x0 ... v0 x1")]
    public void Scalars_FillTheirOwnKindOfRegister(string signature, string places) => Assert.Equal(places, Place(signature));

    [Theory]
    [InlineData("{float,float} float", "v0:v1 v2")]
    [InlineData("{float,float,float,float} {double,double}", "v0:v1:v2:v3 v4:v5")]
    [InlineData("{{float,float},float}", "v0:v1:v2")]
    [InlineData("{double}", "v0")]
    [InlineData("{float,double}", "x0:x1")]
    [InlineData("{int,float} {long,double}", "x0 x1:x2")]
    [InlineData("{byte,byte,byte}", "x0")]
    public void Struct_OfOneFloatingPointType_TakesARegisterAField(string signature, string places) =>
        Assert.Equal(places, Place(signature));

    [Theory]
    [InlineData("int int int int int int int {long,long} int", "x0 x1 x2 x3 x4 x5 x6 [0]:[8] [16]")]
    [InlineData("double double double double double {float,float,float,float} float int", "v0 v1 v2 v3 v4 [0]:[8] [16] x0")]
    public void Struct_WithoutRoomForAllOfIt_EndsTheRegistersOfItsKind(string signature, string places) =>
        Assert.Equal(places, Place(signature));

    [Theory]
    [InlineData(EightInts + " sbyte short int long byte", EightIntPlaces + " [0] [2] [4] [8] [16]")]
    [InlineData(EightInts + " byte {int,byte} byte", EightIntPlaces + " [0] [8] [16]")]
    [InlineData("{float,float,float,float} {float,float,float,float} byte float {float,float,float} float",
        "v0:v1:v2:v3 v4:v5:v6:v7 x0 [0] [4]:[12] [16]")]
    public void Apple_PacksTheStack(string signature, string places) => Assert.Equal(places, Place(signature, isApple: true));

    [Theory]
    [InlineData("nint ... int double {float,float} sbyte", "x0 ... [0] [8] [16] [24]")]
    [InlineData(EightInts + " sbyte ... sbyte sbyte", EightIntPlaces + " [0] ... [8] [16]")]
    public void Apple_PutsVariadicArgumentsOnTheStackInWords(string signature, string places) =>
        Assert.Equal(places, Place(signature, isApple: true));

    private static string Place(string signature, bool isApple = false) => Signature.Place(new Arm64Placer(isApple), signature, offset =>
        offset < Arm64Placer.IntegerRegisters * 8 ? $"x{offset / 8}"
        : offset < Arm64Placer.StackStart ? $"v{(offset / 8) - Arm64Placer.IntegerRegisters}"
        : $"[{offset - Arm64Placer.StackStart}]");
}
