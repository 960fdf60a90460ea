namespace Ffi.Tests.Callbacks;

public class LentCallbackExceptionTests
{
    [Fact]
    public void Exception_IsThrownWhenTheCallReturns_WithItsStack()
    {
        var thrown = Assert.Throws<InvalidTimeZoneException>(() => LentCallbacks.Fold(ThrowAtOne, 3));

        Assert.Equal("at 1", thrown.Message);
        Assert.Contains(nameof(ThrowAtOne), thrown.StackTrace, StringComparison.Ordinal);
        Assert.Contains(nameof(LentCallbacks.Fold), thrown.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void Callback_AfterAnException_IsNotCalledAgainInThatCall()
    {
        int calls = 0;
        Assert.Throws<InvalidOperationException>(() => LentCallbacks.Fold(
            (_, _) => ++calls == 2 ? throw new InvalidOperationException() : 1,
            1_000));

        Assert.Equal(2, calls);
        Assert.Equal(3, LentCallbacks.Fold((_, _) => 1, 2));
    }

    [Fact]
    public void Callback_ThatContinues_IsCalledAgain_AndTheFirstExceptionIsThrown()
    {
        int calls = 0;
        var thrown = Assert.Throws<InvalidOperationException>(() =>
            LentCallbacks.FoldOnward((index, _) => throw new InvalidOperationException($"{index} {calls++}"), 4));

        Assert.Equal("0 0", thrown.Message);
        Assert.Equal(4, calls);
    }

    [Fact]
    public void Exception_InOneOfTwoCallbacks_SilencesTheOther()
    {
        List<int> asked = [];
        int stepped = 0;
        Assert.Throws<InvalidOperationException>(() => LentCallbacks.CallInTurn(
            index =>
            {
                asked.Add(index);
                return true;
            },
            index => stepped = index == 2 ? throw new InvalidOperationException() : index,
            10));

        // The third question's answer is the last: after it, C gets the default, which is false.
        Assert.Equal([0, 1, 2], asked);
        Assert.Equal(1, stepped);
        Assert.Equal((1L << 32) | 1, LentCallbacks.CallInTurn(_ => true, _ => stepped++, 1));
    }

    [Fact]
    public void Callbacks_AfterACallThatThrew_AreNotTiedToEachOther()
    {
        Assert.Throws<InvalidOperationException>(() => LentCallbacks.CallInTurn(_ => throw new InvalidOperationException(), _ => { }, 1));

        int stepped = 0;
        Assert.Throws<NotSupportedException>(() =>
            LentCallbacks.CallInTurn(
                index =>
                {
                    // An exception of a nested call is the nested call's.
                    Assert.Throws<InvalidOperationException>(() =>
                        LentCallbacks.CallInTurn(_ => true, _ => throw new InvalidOperationException(), 3));
                    return true;
                },
                _ => stepped = stepped == 0 ? 1 : throw new NotSupportedException(),
                5));
        Assert.Equal(1, stepped);
    }

    [Fact]
    public void Exception_GivesTheDeclaredDefaultToC()
    {
        long seenByC = 0;
        Assert.Throws<InvalidOperationException>(() => LentCallbacks.TellAnswer(
            (_, _) => throw new InvalidOperationException(),
            answer => seenByC = answer));

        Assert.Equal(-1, seenByC);
    }

    [Fact]
    public void Exception_OnAThreadThatCMade_IsThrownOnTheCallersThread()
    {
        int caller = Environment.CurrentManagedThreadId;
        int thrower = caller;
        Assert.Throws<InvalidOperationException>(() => LentCallbacks.CallFromThreads(
            (index, _) =>
            {
                if (index == 10)
                {
                    thrower = Environment.CurrentManagedThreadId;
                    throw new InvalidOperationException();
                }

                return 1;
            },
            2,
            100));

        Assert.NotEqual(caller, thrower);
    }

    [Theory]
    [InlineData(typeof(NullReferenceException))]
    [InlineData(typeof(DivideByZeroException))]
    [InlineData(typeof(OperationCanceledException))]
    [InlineData(typeof(KeyNotFoundException))]
    public void Exception_OfAnyKind_CrossesTheCall(Type kind)
    {
        string? nothing = null;
        int zero = 0;
        Assert.Throws(kind, () => LentCallbacks.CallOnce(
            (value, _) => kind.Name switch
            {
                nameof(NullReferenceException) => nothing!.Length,
                nameof(DivideByZeroException) => value / zero,
                nameof(OperationCanceledException) => throw new OperationCanceledException(),
                _ => throw new KeyNotFoundException(),
            },
            7));
    }

    private static int ThrowAtOne(int index, int one) => index == one ? throw new InvalidTimeZoneException("at " + index) : 0;
}
