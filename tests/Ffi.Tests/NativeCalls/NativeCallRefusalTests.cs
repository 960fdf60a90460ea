namespace Ffi.Tests.NativeCalls;

/// <summary>What a call can't do is refused before anything is called.</summary>
public class NativeCallRefusalTests
{
    private static readonly nint s_function = Fixture.Function("record_int32_32");

    [Fact]
    public void ThirtyThreeArguments_AreRefusedByNumber()
    {
        var arguments = new NativeValue[33];
        arguments.AsSpan().Fill(1);

        var error = Assert.Throws<ArgumentException>(() => NativeCall.Invoke(s_function, NativeType.Int32, arguments));

        Assert.Contains("33 arguments", error.Message, StringComparison.Ordinal);
        Assert.Contains("argument 32", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddressZero_IsRefused() =>
        Assert.Throws<ArgumentNullException>("function", () => NativeCall.Invoke(0, NativeType.Int32, []));

    [Fact]
    public void DefaultValueAmongArguments_IsRefusedByNumber()
    {
        var error = Assert.Throws<ArgumentException>(() => NativeCall.Invoke(s_function, NativeType.Int32, [1, 2.0, default, 3]));

        Assert.StartsWith("Argument 2 ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DefaultValueInPlaceOfDots_IsRefusedByNumber()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            NativeCall.InvokeVariadic(Fixture.Function("weigh_variadic"), NativeType.Double, 1, [(nint)0, 1, default]));

        Assert.StartsWith("Argument 2 ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void FixedCountOutsideTheArguments_IsRefused(int fixedArguments) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(fixedArguments), () =>
            NativeCall.InvokeVariadic(s_function, NativeType.Int32, fixedArguments, [1]));
}
