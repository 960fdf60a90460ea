namespace Ffi.Tests.Callbacks;

public class NativeCallbackTests
{
    [Fact]
    public void Pointer_OfAClosure_CallsItWithItsState()
    {
        int bias = 100;
        using var callback = NativeCallback<Func<int, int, int>>.Create((index, one) => bias + index - one);

        Assert.Equal((2 * ((2 * 99) + 100)) + 101, CallbackFixture.Fold(callback.Pointer, 3));
        bias = 0;
        Assert.Equal((2 * ((2 * -1) + 0)) + 1, CallbackFixture.Fold(callback.Pointer, 3));
    }

    [Fact]
    public void Pointer_OfAMethodGroup_CallsTheMethodOnItsObject()
    {
        var numbers = new List<int> { 7, 8, 9 };
        using var callback = NativeCallback<Func<int, int, int>>.Create(new Offset(numbers[1]).Add);

        CallbackFixture.Keep(callback.Pointer);
        Assert.Equal(8 + 30 - 4, CallbackFixture.CallKept(30, 4));
    }

    [Fact]
    public void Pointer_AfterDispose_ThrowsObjectDisposed()
    {
        var callback = NativeCallback<Func<int, int, int>>.Create((left, right) => left - right);
        callback.Dispose();
        callback.Dispose();

        Assert.Throws<ObjectDisposedException>(() => callback.Pointer);
    }

    [Fact]
    public void Create_OfNull_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => NativeCallback<Func<int, int, int>>.Create(null!));
    }

    [Fact]
    public void EveryKindOfParameter_ArrivesAsItWasPassed()
    {
        EveryKind seen = default;
        using var callback = NativeCallback<TakeEveryKind>.Create((flag, letter, small, word, wide, single, real, place, large) =>
        {
            seen = new(flag ? (byte)1 : (byte)0, letter, small, word, wide, single, real, place, large);
            return flag;
        });

        Assert.True(CallbackFixture.PassEveryKind(callback.Pointer, EveryKind.Sample));
        Assert.Equal(EveryKind.Sample, seen);
        Assert.False(CallbackFixture.PassEveryKind(callback.Pointer, EveryKind.Sample with { Flag = 0 }));
    }

    [Fact]
    public void BooleanParameter_OfAnyValueButZero_IsTrue()
    {
        using var callback = NativeCallback<TakeEveryKind>.Create((flag, _, _, _, _, _, _, _, _) => flag == true);

        Assert.True(CallbackFixture.PassEveryKind(callback.Pointer, EveryKind.Sample with { Flag = 0x80 }));
    }

    [Fact]
    public void Character_GoesBothWaysWithAllItsBits()
    {
        using var callback = NativeCallback<Func<char, char>>.Create(letter => (char)(letter + 1));

        Assert.Equal('\uFFFE', CallbackFixture.PassChar(callback.Pointer, '\uFFFD'));
    }

    [Fact]
    public void StructByValue_GoesBothWays()
    {
        using var callback = NativeCallback<Func<Point, Point>>.Create(point => new(point.Y, -point.X));

        Assert.Equal(new Point(2, -1), CallbackFixture.PassPoint(callback.Pointer, new(1, 2)));
    }

    [Fact]
    public void References_ReadAndWriteTheMemoryOfC()
    {
        using var callback = NativeCallback<TakeReference>.Create((in before, ref after) =>
        {
            after = new(before.Y, before.X);
            return before.X;
        });

        Point point = new(1, 2);
        Assert.Equal(1, CallbackFixture.PassReference(callback.Pointer, ref point));
        Assert.Equal(new Point(2, 1), point);
    }

    [Fact]
    public void Callbacks_AThousandAliveAtOnce_AnswerEachForItself()
    {
        NativeCallback<Func<int, int, int>>[] callbacks =
        [
            .. Enumerable
                .Range(0, 1_000)
                .Select(number => NativeCallback<Func<int, int, int>>.Create((left, right) => (number * left) + right)),
        ];

        GC.Collect();
        Assert.Equal(1_000, callbacks.Select(callback => callback.Pointer).Distinct().Count());
        for (int number = 0; number < callbacks.Length; number++)
        {
            CallbackFixture.Keep(callbacks[number].Pointer);
            Assert.Equal((number * 3) + 1, CallbackFixture.CallKept(3, 1));
        }

        Array.ForEach(callbacks, static callback => callback.Dispose());
    }

    [Fact]
    public void CreateAndDispose_AHundredThousandTimes_UsesFewAddresses()
    {
        HashSet<nint> addresses = [];
        for (int number = 0; number < 100_000; number++)
        {
            int answer = number;
            using var callback = NativeCallback<Func<short, short, int>>.Create((_, _) => answer);
            addresses.Add(callback.Pointer);
            CallbackFixture.Keep(callback.Pointer);
            if (CallbackFixture.CallKept(0, 0) != number)
            {
                Assert.Fail($"Callback {number} did not answer for itself.");
            }
        }

        Assert.InRange(addresses.Count, 2, 20);
    }

    [Fact]
    public void Dispose_LetsGoOfTheDelegate()
    {
        WeakReference state = CreateAndDispose();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(state.IsAlive);
    }

    [Fact]
    public void Callback_ThatIsForgotten_StaysAlive()
    {
        CallbackFixture.Keep(CreateAndForget(42));

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.Equal(42 + 2 - 1, CallbackFixture.CallKept(2, 1));
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference CreateAndDispose()
    {
        object state = new();
        using var callback = NativeCallback<Func<int, int, int>>.Create((_, _) => state.GetHashCode());
        CallbackFixture.Keep(callback.Pointer);
        Assert.Equal(state.GetHashCode(), CallbackFixture.CallKept(0, 0));
        return new WeakReference(state);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static nint CreateAndForget(int bias) =>
        NativeCallback<Func<int, int, int>>.Create((left, right) => bias + left - right).Pointer;

    private sealed class Offset(int bias)
    {
        public int Add(int left, int right) => bias + left - right;
    }
}
