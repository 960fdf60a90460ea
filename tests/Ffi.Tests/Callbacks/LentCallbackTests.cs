using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ffi.Tests.Testing;

namespace Ffi.Tests.Callbacks;

public class LentCallbackTests
{
    [Fact]
    public void Lambda_SeesAndChangesItsClosure()
    {
        List<int> seen = [];

        Assert.Equal((2 * ((2 * 10) + 11)) + 12, LentCallbacks.Fold(
            (index, one) =>
            {
                seen.Add(index);
                return 10 * one + index;
            },
            3));
        Assert.Equal([0, 1, 2], seen);
    }

    [Fact]
    public void MethodGroup_IsCalled() => Assert.Equal(41 - 1, LentCallbacks.CallOnce(Subtract, 41));

    [Fact]
    public void NullDelegate_IsANullPointer() => Assert.Equal(77, LentCallbacks.CallIfAny(null, 77));

    [Fact]
    public void Delegate_ForAPointerThatMayBeNull_IsCalled() => Assert.Equal(1 - 2, LentCallbacks.CallIfAny(Subtract, 77));

    [Fact]
    public void Callbacks_NestedInCallbacks_AnswerEachForItself()
    {
        static int Depth(int level) => LentCallbacks.CallOnce((value, one) => value == 0 ? 0 : one + Depth(value - 1), level);

        Assert.Equal(40, Depth(40));
        Assert.Equal(40, Depth(40));
    }

    [Fact]
    public void TwoCallbacksOfOneCall_AreToldApart()
    {
        List<string> calls = [];
        long counts = LentCallbacks.CallInTurn(
            index =>
            {
                calls.Add($"more {index}");
                return index < 2;
            },
            index => calls.Add($"step {index}"),
            10);

        Assert.Equal((3L << 32) | 2, counts);
        Assert.Equal(["more 0", "step 0", "more 1", "step 1", "more 2"], calls);
    }

    [Fact]
    public void Callback_FromThreadsThatCMade_AnswersOnEach()
    {
        using var threads = new ThreadLocal<int>(trackAllValues: true);
        long sum = LentCallbacks.CallFromThreads(
            (index, one) =>
            {
                threads.Value++;
                return index - one;
            },
            4,
            500);

        Assert.Equal(4 * ((500L * 499 / 2) - 500), sum);
        Assert.Equal([500, 500, 500, 500], threads.Values);
    }

    [Fact]
    public void EveryKindOfParameter_ArrivesAsItWasPassed()
    {
        EveryKind seen = default;
        Assert.True(LentCallbacks.PassEveryKind(
            (flag, letter, small, word, wide, single, real, place, large) =>
            {
                seen = new(flag ? (byte)1 : (byte)0, letter, small, word, wide, single, real, place, large);
                return true;
            },
            EveryKind.Sample));
        Assert.Equal(EveryKind.Sample, seen);
    }

    [Fact]
    public void References_ReadAndWriteTheMemoryOfC()
    {
        Point point = new(1, 2);
        double result = LentCallbacks.PassReference(
            (in before, ref after) =>
            {
                after = new(before.Y, before.X);
                return before.X + (10 * after.X);
            },
            ref point);

        Assert.Equal(21, result);
        Assert.Equal(new Point(2, 1), point);
    }

    [Fact]
    public void StructsAndCharacters_GoBothWays()
    {
        Assert.Equal(new Point(2, -1), LentCallbacks.PassPoint(point => new(point.Y, -point.X), new(1, 2)));
        Assert.Equal('\uFFFE', LentCallbacks.PassChar(letter => (char)(letter + 1), '\uFFFD'));
    }

    [Fact]
    public void SpanFromPointerAndLength_ViewsEachChunk()
    {
        List<string> chunks = [];
        nuint written = LentCallbacks.PassChunks(
            (data, size, count, user) =>
            {
                chunks.Add($"{System.Text.Encoding.UTF8.GetString(data)}/{size}/{count}/{user}");
                return count;
            },
            "abcdefgh",
            3,
            9);

        Assert.Equal(8u, written);
        Assert.Equal(["abc/1/3/9", "def/1/3/9", "gh/1/2/9"], chunks);
    }

    [Fact]
    public void Texts_ArriveAsStringsInTheirEncodings()
    {
        (string?, string?) seen = default;
        LentCallbacks.PassTexts(
            (narrow, wide) =>
            {
                seen = (narrow, wide);
                return 0;
            },
            "größer\0"u8,
            MemoryMarshal.Cast<char, ushort>("λόγος\0"));

        Assert.Equal(("größer", "λόγος"), seen);
    }

    [Fact]
    public void Texts_AsViews_AreBorrowedWithoutACopy()
    {
        Assert.Equal(
            8 - 5,
            LentCallbacks.PassTextViews(
                (narrow, wide) => narrow.Length - wide.Length,
                "größer\0"u8,
                MemoryMarshal.Cast<char, ushort>("λόγος\0")));
        Assert.Equal(0, LentCallbacks.PassTextViews((narrow, wide) => narrow.Length - wide.Length, default, default));
    }

    [Fact]
    public void Call_WithAReusedDelegate_AllocatesNothing()
    {
        Func<int, int, int> subtract = Subtract;

        Assert.Equal(0, Allocations.OfAMillion(() => LentCallbacks.CallOnce(subtract, 3)));
    }

    [Fact]
    public void Call_WithANewClosure_AllocatesTheClosureAlone()
    {
        // Inlined, it would let the compiler see that the closure needs no heap.
        [MethodImpl(MethodImplOptions.NoInlining)]
        static int Alone(Func<int, int, int> function) => function is null ? 1 : 0;

        int bias = 0;
        long closures = Allocations.OfAMillion(() =>
        {
            int mine = bias++;
            Alone((left, right) => left + right + mine);
        });
        long calls = Allocations.OfAMillion(() =>
        {
            int mine = bias++;
            LentCallbacks.CallOnce((left, right) => left + right + mine, 3);
        });

        Assert.Equal(closures, calls);
    }

    [Fact]
    public void Addresses_OfThreadsThatEnded_AreUsedAgain()
    {
        HashSet<nint> addresses = [];
        for (int round = 0; round < 60; round++)
        {
            var thread = new Thread(() => addresses.Add(AddressDuringCall()));
            thread.Start();
            thread.JoinOrFail();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.InRange(addresses.Count, 1, 30);
    }

    [Fact]
    public void RetainedCallback_PassedByObject_IsKeptUntilItIsDisposed()
    {
        using var callback = NativeCallback<Func<int, int, int>>.Create(Subtract);
        LentCallbacks.Keep(callback);

        Assert.Equal(9 - 4, LentCallbacks.CallKept(9, 4));
        LentCallbacks.Keep(null);
    }

    [Fact]
    public void RetainedCallback_ThatIsDisposed_Throws()
    {
        var callback = NativeCallback<Func<int, int, int>>.Create(Subtract);
        callback.Dispose();

        Assert.Throws<ObjectDisposedException>(() => LentCallbacks.Keep(callback));
    }

    private static int Subtract(int left, int right) => left - right;

    private static nint AddressDuringCall()
    {
        nint address = 0;
        LentCallbacks.PassItself(function => address = function);
        return address;
    }
}
