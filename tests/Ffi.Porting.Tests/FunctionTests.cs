using System.Runtime.InteropServices;

namespace Ffi.Porting.Tests;

/// <summary>The declarations as LibraryImport binds them.</summary>
public sealed class LibraryImportTests : FunctionTests<LibraryImports>;

/// <summary>The same declarations as Ffi binds them.</summary>
public sealed class NativeFunctionTests : FunctionTests<NativeFunctions>;

/// <summary>The same calls, with the same results, however the functions are bound.</summary>
public abstract unsafe class FunctionTests<T>
    where T : IFunctions
{
    [Fact]
    public void Numbers_AreThemselves()
    {
        Assert.Equal(-100, T.Negate((sbyte)100));
        Assert.Equal(0xFF00, T.Complement(0x00FF));
        Assert.Equal(-2.5, T.Negate(2.5));
        Assert.Equal(-7, T.Negate(new CLong(7)).Value);
        Assert.Equal((nint)(-7), T.Negate((nint)7));
        Assert.Equal(Level.High, T.Negate(Level.Low));
        Assert.Equal(new IdValue(2, 4.5), T.Next(new IdValue(1, 2.5)));
        Assert.Equal((nint)0x1234, (nint)T.Same((void*)0x1234));
    }

    [Fact]
    public void BooleansAndCharacters_HaveTheWidthThatIsWritten()
    {
        Assert.Equal((true, false), (T.Not(false), T.Not(true)));
        Assert.Equal((true, false), (T.NotAsI1(false), T.NotAsI1(true)));
        Assert.Equal((-1, 0), (T.NegateBool(true), T.NegateBool(false)));
        Assert.Equal(('\u20AD', '\uFFFF'), (T.Next('\u20AC'), T.NextUtf16('\uFFFE')));
    }

    [Fact]
    public void BooleansByReference_HaveTheWidthThatIsWritten()
    {
        Assert.Equal((7, true), (T.Divide(52, 7, out bool hasRemainder), hasRemainder));
        Assert.Equal((7, false), (T.Divide(49, 7, out hasRemainder), hasRemainder));
        Assert.Equal((1, 0), (T.Sum(true, 1), T.Sum(false, 1)));
        bool value = true;
        T.Fill(ref value, 1, 0);
        Assert.False(value);
        T.Fill(ref value, 1, 0x100);
        Assert.True(value);
        T.Fill(ref value, 0, 0);
        Assert.True(value);
        T.Flip(ref value, 1);
        Assert.False(value);
    }

    [Fact]
    public void References_AreWhereTheyWere()
    {
        Assert.Equal((7, 3), (T.Divide(52, 7, out int remainder), remainder));
        long left = 1, right = 2;
        T.Swap(ref left, ref right);
        Assert.Equal((2, 1), (left, right));
        Assert.Equal(-42, T.Read(-42L));
    }

    [Fact]
    public void SpansAndArrays_AreReadAndWritten()
    {
        int[] values = [1, 20, 300];
        Assert.Equal((321, 321, 321), (T.Sum(values, 3), T.SumOfArray(values, 3), T.SumOfSizedArray(values, 3)));
        Assert.True(T.Fill(values.AsSpan(), 3, 5));
        Assert.Equal([5, 6, 7], values);
        Assert.True(T.FillArray(values, 3, 8));
        Assert.Equal([8, 9, 10], values);
        Pixel[] pixels = [new(1, 2), new(3, 4)];
        T.Move(pixels, 2, 10, 100);
        Assert.Equal([new(11, 102), new(13, 104)], pixels);
        Assert.Equal(4 + 10 + 18, T.Dot([1, 2, 3], [4, 5, 6], 3));
        bool[] flags = [true, false, true];
        T.Flip(flags, 3);
        Assert.Equal([false, true, false], flags);
    }

    [Fact]
    public void ReturnedArrays_HaveTheCountThatIsNamed()
    {
        Assert.Equal([0, 1, 4, 9, 16], T.Squares(5, out int written));
        Assert.Equal(5, written);
        Assert.Equal([0, 1, 4, 9], T.FourSquares(6, out _));
        Assert.Equal([0, 1, 4], T.SizedSquares(3, out _));
    }

    public static TheoryData<string?> Texts =>
        [null, "", "plain", "grüße 🌍", new string('x', 255), new string('ü', 256), new string('x', 5_000), "lone \uD83C half"];

    [Theory, MemberData(nameof(Texts))]
    public void Text_IsTheSameBytes(string? text)
    {
        Assert.Equal(T.Hash(text), T.HashAsUtf8(text));
        Assert.Equal(T.Hash16(text), T.HashAsUtf16(text));
        Assert.Equal(T.Hash16(text), T.HashAsCustom(text));
        Assert.Equal(LibraryImports.Hash(text), T.Hash(text));
        Assert.Equal(LibraryImports.Hash16(text), T.Hash16(text));
        Assert.Equal(text is null ? -1 : System.Text.Encoding.UTF8.GetByteCount(text), T.LengthAsAnsi(text));
        Assert.Equal(text?.Length ?? -1, T.LengthAsBStr(text));
    }

    [Fact]
    public void Texts_KeepTheirOrder()
    {
        Assert.Equal(LibraryImports.WeighLengths("a", null, "ccc"), T.WeighLengths("a", null, "ccc"));
        Assert.NotEqual(T.WeighLengths("ccc", null, "a"), T.WeighLengths("a", null, "ccc"));
        Assert.Equal(1 + (2 * 7) + (3 * 4), T.WeighArray(["a", null, "üü", null], 3));
        string[] texts = ["one", "two", "three"];
        T.Rotate(texts, 3);
        Assert.Equal(["two", "three", "last"], texts);
        Assert.Equal("xxx", T.NewText(3));
        Assert.Null(T.NewText(-1));
        Span<byte> buffer = stackalloc byte[6];
        Assert.Equal(11, T.Fill(buffer, buffer.Length));
        Assert.Equal("fille\0"u8, buffer);
    }

    [Fact]
    public void Handles_ComeAndGo()
    {
        using Handle first = T.Open(3);
        Assert.Equal(0, T.Open(7, out Handle second));
        Assert.Equal(703, T.Weigh(first, second));
        Handle replaced = second;
        Assert.Equal(7, T.Replace(ref replaced, 8));
        Assert.Equal(803, T.Weigh(first, replaced));
        Assert.Equal(703, T.Weigh(first, second));
        second.Dispose();
        replaced.Dispose();
        Assert.Throws<ObjectDisposedException>(() => T.Weigh(first, second));
        Assert.True(T.Open(-1).IsInvalid);
    }

    [Fact]
    public void ErrorNumbers_AreKept()
    {
        Assert.Equal((-34, 34), (T.Fail(34), Marshal.GetLastPInvokeError()));
        Assert.Equal((5_000, 35), (T.FailWithLength(new string('x', 5_000), 35), Marshal.GetLastPInvokeError()));
        Assert.Equal((0, 0), (T.Fail(0), Marshal.GetLastPInvokeError()));
    }

    [Fact]
    public void Options_OfTheCall_ChangeNoResult() =>
        Assert.Equal((-5, -6, -7), (T.NegateCdecl(5), T.NegateFast(6), T.NegateFromHere(7)));

    [Fact]
    public void Callbacks_AreCalled()
    {
        int bias = 100;
        Assert.Equal((2 * ((2 * 99) + 100)) + 101, T.Fold((index, one) => bias + index - one, 3));
        Assert.Equal((2 * ((2 * -1) + 0)) + 1, T.FoldPointer(&Subtraction.Subtract, 3));
    }

    [Fact]
    public void CustomMarshallers_CarryValuesBothWays()
    {
        Celsius value = new(30);
        Assert.Equal(new Celsius((1_030 / 2.0) - 1_000), T.Halve(value));
        T.HalveInPlace(ref value);
        Assert.Equal(new Celsius(-485), value);
        T.HalfOf(new Celsius(10), out Celsius half);
        Assert.Equal(new Celsius(-495), half);
        Assert.Equal(1_012, T.Read(new Celsius(12)));
        Assert.Equal(1.25, T.Halve(2.5m));
    }

    [Fact]
    public void CustomMarshallers_CarryElementsBothWays()
    {
        Celsius[] values = [new(1), new(2), new(3)];
        Assert.Equal(6_014, T.Weigh(values, 3));
        Assert.Equal(6_014, T.WeighSpan(values, 3));
        T.HalveAll(values, 3);
        Assert.Equal([new(-499.5), new(-499), new(-498.5)], values);
        T.Doubles(2, out values);
        Assert.Equal([new(-999.5), new(-998.5)], values);
        Assert.Equal(1.5 + 5, T.WeighNumbers([1.5m, 2.5m], 2));
    }

    [Fact]
    public void StatefulMarshaller_HasItsBuffer_AndIsFreed()
    {
        int before = ShoutMarshaller.Frees;
        Assert.Equal(7, T.Length("grüß"));
        Assert.Equal(before + 1, ShoutMarshaller.Frees);
    }
}

/// <summary>A callback of no closure: methods of generic types can't be unmanaged callers' only.</summary>
internal static class Subtraction
{
    [UnmanagedCallersOnly]
    public static int Subtract(int left, int right) => left - right;
}
