using System.Runtime.CompilerServices;

namespace Ffi.Tests.Calls.Booleans;

/// <summary>What C calls true is exactly true to a callback, and the other way round.</summary>
public sealed class BooleanCallbackTests
{
    [Fact]
    public void AReference_IsTrueAndCanBeChanged()
    {
        byte seen = 9;

        Assert.Equal(1, Truths.Pass((ref bool truth) => seen = Truths.Bits(ref truth), 2));
        Assert.Equal(1, seen);
        Assert.Equal(0, Truths.Pass((ref bool truth) => truth = !truth, 255));
        Assert.Equal(1, Truths.Pass((ref bool truth) => truth = !truth, 0));
        Assert.Equal(1, Truths.PassOut((out bool truth) => truth = true, 0));
    }

    [Fact]
    public void AConstant_IsTrueAndNotWritten()
    {
        byte seen = 9;
        bool wasNull = false;

        Truths.PassConstant((in bool truth) => seen = Truths.Bits(in truth), isNull: false);
        Truths.PassConstant((in bool truth) => wasNull = Unsafe.IsNullRef(in truth), isNull: true);

        Assert.Equal(1, seen);
        Assert.True(wasNull);
    }

    [Fact]
    public void Spans_AreZeroOrOne()
    {
        byte[] writable = [], readOnly = [];

        Assert.Equal(2, Truths.PassAll((truths, _) => writable = Truths.Bits(truths), 128));
        Truths.PassConstants((truths, _) => readOnly = Truths.Bits(truths));

        Assert.Equal([0, 1, 0, 1, 0], writable);
        Assert.Equal([0, 1, 1, 1], readOnly);
    }

    [Fact]
    public void AResult_IsZeroOrOne()
    {
        Assert.Equal(1, Truths.Answered(value => Truths.OfBits((byte)value), 2));
        Assert.Equal(0, Truths.Answered(value => Truths.OfBits((byte)value), 0));
    }

    [Fact]
    public void CallbacksMadeAtRunTime_DoTheSame()
    {
        byte seen = 9, constant = 9;
        using NativeCallback<TakeTruth> take = Open<TakeTruth>((ref bool truth) => seen = Truths.Bits(ref truth));
        using NativeCallback<SeeTruth> see = Open<SeeTruth>((in bool truth) => constant = Truths.Bits(in truth));
        using NativeCallback<Func<int, bool>> answer = Open<Func<int, bool>>(value => Truths.OfBits((byte)value));

        Assert.Equal(1, Truths.Pass(take.Pointer, 2));
        Truths.PassConstant(see.Pointer, isNull: false);

        Assert.Equal(((byte)1, (byte)1), (seen, constant));
        Assert.Equal(1, Truths.Answered(answer.Pointer, 4));
    }

    private static NativeCallback<TDelegate> Open<TDelegate>(TDelegate callback)
        where TDelegate : Delegate => NativeCallback<TDelegate>.Create(callback);
}
