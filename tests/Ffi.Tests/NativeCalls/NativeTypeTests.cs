namespace Ffi.Tests.NativeCalls;

/// <summary>A type knows its layout, and refuses what has none.</summary>
public class NativeTypeTests
{
    [Fact]
    public void Struct_PutsEachFieldAtItsAlignment()
    {
        Assert.Equal((3, 1), Layout(NativeType.Byte, NativeType.Byte, NativeType.SByte));
        Assert.Equal((4, 2), Layout(NativeType.Byte, NativeType.Char));
        Assert.Equal((12, 4), Layout(NativeType.Single, NativeType.Int32, NativeType.Byte));
        Assert.Equal((16, 8), Layout(NativeType.Bool, NativeType.Double));
        Assert.Equal((16, 8), Layout(NativeType.Struct(NativeType.Int32, NativeType.Byte), NativeType.Int64));

        static (int Size, int Alignment) Layout(params ReadOnlySpan<NativeType> fields)
        {
            NativeType type = NativeType.Struct(fields);
            return (type.Size, type.Alignment);
        }
    }

    [Fact]
    public void Struct_LargerThanSixteenBytes_IsRefusedByField()
    {
        var error = Assert.Throws<ArgumentException>(
            "fields",
            () => NativeType.Struct(NativeType.Int64, NativeType.Double, NativeType.Byte));

        Assert.Contains("field 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Struct_WithoutFieldsOrWithVoid_IsRefused()
    {
        Assert.Throws<ArgumentException>("fields", () => NativeType.Struct());
        Assert.Throws<ArgumentException>("fields", () => NativeType.Struct(NativeType.Int32, NativeType.Void));
    }

    [Fact]
    public void Equality_FollowsTheLayout()
    {
        Assert.Equal(NativeType.Struct(NativeType.Int64, NativeType.Double), LongDouble.Type);
        Assert.NotEqual(LongDouble.Type, DoubleLong.Type);
        Assert.NotEqual(NativeType.Int32, NativeType.UInt32);
        Assert.True(NativeType.Pointer == NativeType.NInt);
        Assert.True(NativeType.Double != NativeType.Struct(NativeType.Double));
    }

    [Fact]
    public void Long_HasThePlatformsWidth()
    {
        Assert.Equal(OperatingSystem.IsWindows() ? NativeType.Int32 : NativeType.Int64, NativeType.CLong);
        Assert.Equal(OperatingSystem.IsWindows() ? NativeType.UInt32 : NativeType.UInt64, NativeType.CULong);
    }

    [Fact]
    public void ToString_IsTheNameInCSharp()
    {
        Assert.Equal("void", default(NativeType).ToString());
        Assert.Equal("ushort", NativeType.UInt16.ToString());
        Assert.Equal("struct(12)", NativeType.Struct(NativeType.Single, NativeType.Single, NativeType.Int32).ToString());
    }
}
