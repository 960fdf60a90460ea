using Ffi.Tests.Testing;

namespace Ffi.Tests.NativeCalls;

/// <summary>A call allocates nothing, whatever is passed.</summary>
public class NativeCallAllocationTests
{
    private const int Calls = 10_000;

    [Fact]
    public void TwoIntegers_AllocateNothing()
    {
        nint function = Fixture.Function("record_int32_2");

        AssertNothingAllocated(() => NativeCall.Invoke(function, NativeType.Int32, [1, 2]));
    }

    [Fact]
    public void ThirtyTwoArgumentsOfTenTypes_AllocateNothing()
    {
        nint function = Fixture.Function("record_in_turn_32");
        NativeValue[] turn =
        [
            1L, 2.0, (sbyte)3, 4f, NativeValue.FromStruct(new LongDouble(5, 5.5), LongDouble.Type), (ushort)6,
            NativeValue.FromStruct(new DoubleDouble(7, 7.5), DoubleDouble.Type), 8,
            NativeValue.FromStruct(new ByteX3(9, 99, 199), ByteX3.Type), NativeValue.FromStruct(new LongLong(10, 110), LongLong.Type),
        ];
        NativeValue[] arguments = [.. turn, .. turn, .. turn, 1L, 2.0];

        AssertNothingAllocated(() => NativeCall.Invoke(function, NativeType.Int32, arguments));
    }

    [Fact]
    public void StructsInAndOut_AllocateNothing()
    {
        nint function = Fixture.Function("echo_long_double");

        AssertNothingAllocated(() =>
        {
            NativeType type = NativeType.Struct(NativeType.Int64, NativeType.Double);
            NativeValue argument = NativeValue.FromStruct(new LongDouble(1, 2.5), type);
            return NativeCall.Invoke(function, type, [argument]).AsStruct<LongDouble>().First;
        });
    }

    [Fact]
    public unsafe void VariadicCall_AllocatesNothingAfterTheFirst()
    {
        nint function = Fixture.Function("weigh_variadic_at_256");
        fixed (byte* kinds = "di"u8)
        {
            nint format = (nint)kinds;
            AssertNothingAllocated(() => NativeCall.InvokeVariadic(function, NativeType.Double, 1, [format, 1.5, 2]));
        }
    }

    private static void AssertNothingAllocated<T>(Func<T> call)
    {
        call();
        Assert.Equal(0, Allocations.Of(Calls, () => call()));
    }
}
