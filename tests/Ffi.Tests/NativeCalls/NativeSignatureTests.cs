using Ffi.Calls;
using Ffi.Tests.Libraries;
using Ffi.Tests.Testing;

namespace Ffi.Tests.NativeCalls;

/// <summary>A prepared signature passes and returns what an unprepared call does, from values and from memory.</summary>
public unsafe class NativeSignatureTests
{
    private const int Calls = 10_000;

    public static TheoryData<string, int> EveryTypeAndCount() => NativeCallArgumentTests.EveryTypeAndCount();

    [Theory]
    [MemberData(nameof(EveryTypeAndCount))]
    public void Invoke_PassesEveryArgumentWhole(string type, int count)
    {
        (NativeValue[] arguments, byte[] expected) = NativeCallArgumentTests.Samples(type, count);
        var signature = new NativeSignature(NativeType.Int32, [.. arguments.Select(argument => argument.Type)]);
        nint function = Fixture.Function($"record_{type}_{count}");

        Assert.Equal(count, signature.Invoke(function, arguments).AsInt32());
        Assert.Equal(Convert.ToHexString(expected), Convert.ToHexString(Fixture.Recorded(count)));

        NativeCall.Invoke(Fixture.Function("clear_recorded"), NativeType.Void, []);
        int result = -1;
        fixed (byte* memory = expected)
        {
            nint start = (nint)memory;
            signature.Invoke(function, &result, [.. Enumerable.Range(0, count).Select(i => start + (i * NativeType.MaxStructBytes))]);
        }

        Assert.Equal(count, result);
        Assert.Equal(Convert.ToHexString(expected), Convert.ToHexString(Fixture.Recorded(count)));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(15)]
    [InlineData(32)]
    public void WeighMixed_WeighsEachByItsPosition(int count)
    {
        NativeValue[] arguments = [.. Enumerable.Range(0, count).Select(i => i % 2 == 0 ? (NativeValue)(long)-i : i + 0.5)];
        double expected = Enumerable.Range(0, count).Sum(i => (i + 1) * (i % 2 == 0 ? -i : i + 0.5));
        var signature = new NativeSignature(NativeType.Double, [.. arguments.Select(argument => argument.Type)]);

        Assert.Equal(expected, signature.Invoke(Fixture.Function($"weigh_mixed_{count}"), arguments).AsDouble());
    }

    [LinuxTheory]
    [InlineData("bool")]
    [InlineData("sbyte")]
    [InlineData("byte")]
    [InlineData("short")]
    [InlineData("char")]
    [InlineData("int")]
    [InlineData("float")]
    [InlineData("{byte,byte,byte}")]
    [InlineData("{int,float}")]
    [InlineData("{float,float,float}")]
    public void Memory_IsReadToTheValuesEnd_AndNotBeyond(string type)
    {
        NativeType its = Signature.Read(type).Single()!.Value;
        PreparedCall call = PreparedCall.Of(NativeType.Int32, [its], NativeAbiKind.SystemV);
        ulong* frame = stackalloc ulong[32];
        using var guarded = new GuardedPage(its.Size);
        guarded.Bytes.Fill(1);

        call.Fill(1, [guarded.Start], (byte*)frame);

        ulong[] words = new ReadOnlySpan<ulong>(frame, 32).ToArray();
        Assert.Contains(words, word => (word & 0xFF) == 1);
    }

    [Fact]
    public void SmallIntegersInMemory_AreExtendedTo32Bits()
    {
        Assert.Equal(-2, LowHalf(NativeType.SByte, (sbyte)-2));
        Assert.Equal(0xFE, LowHalf(NativeType.Byte, (byte)0xFE));
        Assert.Equal(-3, LowHalf(NativeType.Int16, (short)-3));
        Assert.Equal(0xFFFD, LowHalf(NativeType.UInt16, (ushort)0xFFFD));
        Assert.Equal('\uFFFE', LowHalf(NativeType.Char, '\uFFFE'));
        Assert.Equal(1, LowHalf(NativeType.Bool, true));

        static int LowHalf<T>(NativeType type, T value)
            where T : unmanaged
        {
            // What is beside it is not zero.
            byte* memory = stackalloc byte[8] { 0xAA, 0xAA, 0xAA, 0xAA, 0xAA, 0xAA, 0xAA, 0xAA };
            *(T*)memory = value;
            int result;
            new NativeSignature(NativeType.Int32, type).Invoke(Fixture.Function("low32_of_first"), &result, [(nint)memory]);
            return result;
        }
    }

    [Theory]
    [InlineData("byte_x3", "{byte,byte,byte}")]
    [InlineData("float_x3", "{float,float,float}")]
    [InlineData("int_float", "{int,float}")]
    [InlineData("long_double", "{long,double}")]
    [InlineData("double_long", "{double,long}")]
    [InlineData("long_long", "{long,long}")]
    [InlineData("double_double", "{double,double}")]
    [InlineData("float_x4", "{float,float,float,float}")]
    public void AStruct_ComesBackInItsOwnSize(string name, string type)
    {
        NativeType its = Signature.Read(type).Single()!.Value;
        byte[] value = [.. Enumerable.Range(1, its.Size).Select(i => (byte)(i * 7))];
        byte* result = stackalloc byte[NativeType.MaxStructBytes + 1];
        new Span<byte>(result, NativeType.MaxStructBytes + 1).Fill(0xEE);
        fixed (byte* memory = value)
        {
            new NativeSignature(its, its).Invoke(Fixture.Function($"echo_{name}"), result, [(nint)memory]);
        }

        Assert.Equal(value, new ReadOnlySpan<byte>(result, its.Size).ToArray());
        Assert.Equal(0xEE, result[its.Size]);
    }

    [Fact]
    public void AResultThatNobodyWants_IsNotWritten()
    {
        long first = 1,
            second = 2;
        new NativeSignature(NativeType.Int64, NativeType.Int64, NativeType.Int64).Invoke(
            Fixture.Function("sum_int64_2"),
            null,
            [(nint)(&first), (nint)(&second)]);
    }

    [Fact]
    public void Calls_AllocateNothing()
    {
        (NativeValue[] arguments, byte[] bytes) = NativeCallArgumentTests.Samples("in_turn", 32);
        var many = new NativeSignature(NativeType.Int32, [.. arguments.Select(argument => argument.Type)]);
        var few = new NativeSignature(NativeType.Int64, NativeType.Int64, NativeType.Int64);
        var structs = new NativeSignature(LongDouble.Type, LongDouble.Type);
        nint record = Fixture.Function("record_in_turn_32"),
            sum = Fixture.Function("sum_int64_2"),
            echo = Fixture.Function("echo_long_double");
        NativeValue argument = NativeValue.FromStruct(new LongDouble(1, 2.5), LongDouble.Type);
        fixed (byte* memory = bytes)
        {
            nint start = (nint)memory;
            nint[] addresses = [.. Enumerable.Range(0, 32).Select(i => start + (i * NativeType.MaxStructBytes))];
            AssertNothingAllocated(() => many.Invoke(record, arguments).AsInt32());
            AssertNothingAllocated(() => few.Invoke(sum, 1L, 2L).AsInt64());
            AssertNothingAllocated(() => structs.Invoke(echo, argument).AsStruct<LongDouble>().First);
            AssertNothingAllocated(() =>
            {
                int result;
                many.Invoke(record, &result, addresses);
                return result;
            });
        }
    }

    [Fact]
    public void AnArgumentOfAnotherType_IsRefusedByNumber()
    {
        var signature = new NativeSignature(NativeType.Int32, NativeType.Int64, NativeType.Int32, LongDouble.Type);
        NativeValue structure = NativeValue.FromStruct(new LongLong(1, 2), LongLong.Type);

        AssertRefused("Argument 1 is long, and the signature has int there.", () => signature.Invoke(1, 1L, 2L, structure));
        AssertRefused("Argument 0 is int", () => signature.Invoke(1, 1, 2, structure));
        AssertRefused("Argument 2 is struct(16)", () => signature.Invoke(1, 1L, 2, structure));
        AssertRefused("Argument 1 is void", () => signature.Invoke(1, 1L, default, structure));
    }

    [Fact]
    public void AnotherNumberOfArguments_IsRefused()
    {
        var signature = new NativeSignature(NativeType.Int32, NativeType.Int64, NativeType.Int32);

        AssertRefused("The signature has 2 parameters, and the call has 1 arguments.", () => signature.Invoke(1, 1L));
        AssertRefused("The signature has 2 parameters, and the call has 3 arguments.", () => signature.Invoke(1, 1L, 2, 3));
        AssertRefused(
            "The signature has 2 parameters, and the call has 0 arguments.",
            () => signature.Invoke(1, null, (ReadOnlySpan<nint>)[]));
    }

    [Fact]
    public void AddressZero_IsRefused()
    {
        var signature = new NativeSignature(NativeType.Int32);

        Assert.Throws<ArgumentNullException>("function", () => signature.Invoke(0));
        Assert.Throws<ArgumentNullException>("function", () => signature.Invoke(0, null, (ReadOnlySpan<nint>)[]));
    }

    [Fact]
    public void SignaturesThatNoCallHas_AreRefused()
    {
        AssertRefused(
            "The signature has 33 parameters; a call takes up to 32.",
            () => new NativeSignature(NativeType.Void, [.. Enumerable.Repeat(NativeType.Int32, 33)]));
        AssertRefused(
            "Parameter 1 is void; it needs a type with a size.",
            () => new NativeSignature(NativeType.Void, NativeType.Int32, NativeType.Void));
        Assert.Throws<PlatformNotSupportedException>(() => PreparedCall.Of(NativeType.Void, [], NativeAbiKind.Unknown));
    }

    [Fact]
    public void ASignature_SaysWhatItIs()
    {
        var signature = new NativeSignature(NativeType.Double, NativeType.Int32, LongDouble.Type);

        Assert.Equal("double (int, struct(16))", signature.ToString());
        Assert.Equal(NativeType.Double, signature.Returns);
        Assert.Equal([NativeType.Int32, LongDouble.Type], signature.Parameters.ToArray());
    }

    private static void AssertRefused(string words, Func<object?> call) =>
        Assert.StartsWith(words, Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal);

    private static void AssertRefused(string words, Action call) => AssertRefused(words, () =>
    {
        call();
        return null;
    });

    private static void AssertNothingAllocated<T>(Func<T> call)
    {
        call();
        Assert.Equal(0, Allocations.Of(Calls, () => call()));
    }
}
