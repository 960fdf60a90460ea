using System.Runtime.CompilerServices;
using Ffi.Tests.Testing;

namespace Ffi.Tests.Calls.Booleans;

/// <summary>Whatever C writes where C# has a <c>bool</c>, it is exactly true or false afterwards.</summary>
public sealed class BooleanReferenceTests
{
    [Theory]
    [InlineData(0, 0), InlineData(1, 1), InlineData(2, 1), InlineData(128, 1), InlineData(255, 1)]
    public void References_AreZeroOrOne_WhateverCWrites(byte written, byte expected)
    {
        using CheckSuspension suspension = NativeChecks.Suspend(); // C writes to an in parameter here.
        bool byRef = true, byIn = true, readOnly = true, last = true;

        Assert.Equal(1, Truths.Set(ref byRef, written));
        Assert.Equal(0, Truths.SetOut(out bool byOut, written));
        Assert.Equal(1, Truths.SetIn(in byIn, written));
        Assert.Equal(1, Truths.SetReadOnly(in readOnly, written));
        Assert.Equal(1, Truths.SetLast(ref last, written, out _));

        Assert.Equal(
            (expected, expected, expected, expected, expected),
            (Truths.Bits(ref byRef), Truths.Bits(ref byOut), Truths.Bits(ref byIn), Truths.Bits(ref readOnly), Truths.Bits(ref last)));
        Assert.Equal(expected == 1, byRef);
    }

    [Theory]
    [InlineData(0), InlineData(1), InlineData(3), InlineData(16), InlineData(200)]
    public void Buffers_AreZeroOrOne_FromTheFirstToTheLast(int count)
    {
        using CheckSuspension suspension = NativeChecks.Suspend(); // C writes to a read-only span here.
        bool[] span = new bool[count + 2],
            readOnly = new bool[count],
            array = new bool[count],
            memory = new bool[count],
            readOnlyMemory = new bool[count];
        byte[] expected = [.. Enumerable.Repeat((byte)1, count)];

        Truths.Set(span.AsSpan(1, count), count, 7);
        Truths.Set((ReadOnlySpan<bool>)readOnly, count, 7);
        Truths.Set(array, count, 7);
        Truths.Set(memory.AsMemory(), count, 7);
        Truths.Set((ReadOnlyMemory<bool>)readOnlyMemory, count, 7);

        Assert.Equal([0, .. expected, 0], Truths.Bits(span));
        Assert.Equal(expected, Truths.Bits(readOnly));
        Assert.Equal(expected, Truths.Bits(array));
        Assert.Equal(expected, Truths.Bits(memory));
        Assert.Equal(expected, Truths.Bits(readOnlyMemory));
    }

    [Fact]
    public void ZerosAndOnes_StayWhatTheyAre()
    {
        bool[] flags = [true, true, true];

        Assert.Equal(3, Truths.Set(flags, 3, 0));

        Assert.Equal([0, 1, 1], Truths.Bits(flags));
    }

    [Fact]
    public void NullShapes_AreLeftAlone()
    {
        Assert.Equal(-1, Truths.Set(ref Unsafe.NullRef<bool>(), 2));
        Assert.Equal(-1, Truths.SetIn(in Unsafe.NullRef<bool>(), 2));
        Assert.Equal(0, Truths.Set((bool[]?)null, 0, 2));
        Assert.Equal(0, Truths.Set(default(Span<bool>), 0, 2));
    }

    // What is passed by reference is where it was: a reference to the first of many is an array to C.
    [Fact]
    public void AReferenceToTheFirstOfMany_StaysInPlace()
    {
        using CheckSuspension suspension = NativeChecks.Suspend(); // C gets one and writes three.
        bool[] flags = new bool[3];

        Truths.SetFirstOf(ref flags[0], 3, 1);

        Assert.Equal([1, 2, 3], Truths.Bits(flags));
    }

    // Data of the program itself, which no process may write.
    [Fact]
    public void ReadOnlyData_IsNotWritten()
    {
        ReadOnlySpan<bool> constants = [true, false, true];

        Assert.Equal(0, Truths.Set(constants, 0, 2));
        Assert.Equal([1, 0, 1], Truths.Bits(constants));
    }

    [Fact]
    public void BoundFunctions_DoTheSame()
    {
        using NativeModule fixture = NativeModule.Load("benchmarktest");
        Check(
            fixture.GetFunction<SetTruth>("set_truth"),
            fixture.GetFunction<SetTruthOut>("set_truth"),
            fixture.GetFunction<SetTruthIn>("set_truth"),
            fixture.GetFunction<SetTruths>("set_truths"),
            fixture.GetFunction<SetArray>("set_truths"),
            fixture.GetFunction<SetReadOnlyTruths>("set_truths"));
    }

    [Fact]
    public void FunctionsCompiledAtRunTime_DoTheSame()
    {
        using NativeModule fixture = NativeModule.Load("benchmarktest");
        Check(
            Open<SetTruth>(fixture, "set_truth"), Open<SetTruthOut>(fixture, "set_truth"), Open<SetTruthIn>(fixture, "set_truth"),
            Open<SetTruths>(fixture, "set_truths"), Open<SetArray>(fixture, "set_truths"), Open<SetReadOnlyTruths>(fixture, "set_truths"));
    }

    [Fact]
    public void AnArrayThatNativeCodeMade_IsZeroOrOne() => Assert.Equal([0, 1, 1, 1], Truths.Bits(Truths.New(4)));

    [Fact]
    public void Calls_AllocateNothing()
    {
        bool flag = false;
        bool[] flags = new bool[40];

        Assert.Equal(0, Allocations.OfAMillion(() => Truths.Set(ref flag, 2)));
        Assert.Equal(0, Allocations.OfAMillion(() => Truths.Set(flags.AsSpan(), 40, 2)));
    }

    private static void Check(
        SetTruth byRef,
        SetTruthOut byOut,
        SetTruthIn byIn,
        SetTruths span,
        SetArray array,
        SetReadOnlyTruths readOnly)
    {
        bool one = true, three = true;
        bool[] first = new bool[3], second = new bool[3], third = new bool[3];

        Assert.Equal(1, byRef(ref one, 2));
        Assert.Equal(0, byOut(out bool two, 4));
        Assert.Equal(1, byIn(in three, 8));
        span(first, 3, 0);
        array(second, 3, 16);
        readOnly(third, 3, 1);
        array(null, 0, 0);

        Assert.Equal(((byte)1, (byte)1, (byte)1), (Truths.Bits(ref one), Truths.Bits(ref two), Truths.Bits(ref three)));
        Assert.Equal([0, 1, 1], Truths.Bits(first));
        Assert.Equal([1, 1, 1], Truths.Bits(second));
        Assert.Equal([1, 1, 1], Truths.Bits(third));
    }

    private static TDelegate Open<TDelegate>(NativeModule module, string name)
        where TDelegate : Delegate => module.GetFunction<TDelegate>(name);
}
