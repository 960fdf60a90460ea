using System.Reflection;

namespace Ffi.Tests.Callbacks;

public class NativeCallbackPathTests
{
    [Fact]
    public void Create_WithAKnownDelegateType_UsesCompiledEntryPoints()
    {
        using var callback = NativeCallback<Func<float, float>>.Create(value => value + 1);

        Assert.Equal("Ffi.Generated.For_Ffi_Tests", PoolOwnerOf(callback).Namespace);
    }

    [Fact]
    public void Create_WithAnOpenDelegateType_WorksWithCodeMadeAtRunTime()
    {
        using var callback = CreateOpen<Func<int, int, int>>((left, right) => left - (2 * right));

        Assert.Equal(typeof(NativeCallback).Assembly, PoolOwnerOf(callback).Assembly);
        Assert.Equal((2 * ((2 * -2) - 1)) + 0, CallbackFixture.Fold(callback.Pointer, 3));
    }

    [Fact]
    public void CreateOpen_OfASignatureThatCannotCross_SaysWhich()
    {
        var thrown = Assert.Throws<NotSupportedException>(() => CreateOpen<Action<int, List<int>>>((_, _) => { }));

        Assert.Contains("'arg2'", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CreateOpen_OfEveryKindOfParameter_PassesThem()
    {
        EveryKind seen = default;
        using var callback = CreateOpen<TakeEveryKind>((flag, letter, small, word, wide, single, real, place, large) =>
        {
            seen = new(flag ? (byte)1 : (byte)0, letter, small, word, wide, single, real, place, large);
            return flag == true;
        });

        Assert.True(CallbackFixture.PassEveryKind(callback.Pointer, EveryKind.Sample with { Flag = 0x80 }));
        Assert.Equal(EveryKind.Sample, seen);
    }

    [Fact]
    public void CreateOpen_UnderReport_ReportsAndGivesTheDefault()
    {
        using var callback = CreateOpen<Func<int, int, int>>(
            (index, _) => index == 0 ? throw new InvalidOperationException() : 3,
            OnException.Default);

        Assert.Equal(3, CallbackFixture.Fold(callback.Pointer, 2));
    }

    [Fact]
    public void CreateOpen_OfText_ReadsItInItsEncoding()
    {
        string? seen = null;
        using var copied = CreateOpen<TakeTexts>((narrow, wide) => (seen = $"{narrow} {wide}").Length);
        using var viewed = CreateOpen<TakeTextViews>((narrow, wide) => narrow.Length + (10 * wide.Length));

        Assert.Equal(7, CallbackFixture.PassTexts(copied.Pointer, "grün\0"u8, [65, 66, 0]));
        Assert.Equal("grün AB", seen);
        Assert.Equal(25, CallbackFixture.PassTexts(viewed.Pointer, "grün\0"u8, [65, 66, 0]));
    }

    [Fact]
    public void CreateOpen_WithAPrivateType_ConvertsTheSame()
    {
        using var callback = NativeCallback<Private>.Create((left, right) => left == right);

        Assert.Equal(typeof(NativeCallback).Assembly, PoolOwnerOf(callback).Assembly);
        Assert.Equal((2 * ((2 * 0) + 1)) + 0, CallbackFixture.Fold(callback.Pointer, 3));
    }

    [Fact]
    public void CreateOpen_WithADefault_GivesItWhereTheCallbackThrows()
    {
        using var callback = CreateOpen<MinusOne>(static (_, _) => throw new InvalidOperationException(), OnException.Default);

        Assert.Equal((2 * -1) - 1, CallbackFixture.Fold(callback.Pointer, 2));
    }

    [Fact]
    public void CreateOpen_WithADefaultThatDoesNotFit_IsRefused()
    {
        Assert.Contains("300", Refused<Func<byte>>(300), StringComparison.Ordinal);
        Assert.Contains("text", Refused<Func<int>>("text"), StringComparison.Ordinal);
        Assert.Contains("True", Refused<Func<double>>(true), StringComparison.Ordinal);

        static string Refused<T>(object value)
            where T : Delegate =>
            Assert.Throws<NotSupportedException>(() => DynamicCallbacks<T>.PoolOf(new CallbackOptions(value, false))).Message;
    }

    [return: System.Runtime.InteropServices.MarshalAs(System.Runtime.InteropServices.UnmanagedType.Bool)]
    private delegate bool Private(int left, int right);

    [NativeCallback(Default = -1)]
    private delegate int MinusOne(int left, int right);

    private static NativeCallback<TDelegate> CreateOpen<TDelegate>(TDelegate callback, OnException onException = OnException.FailFast)
        where TDelegate : Delegate => NativeCallback<TDelegate>.Create(callback, onException);

    // The method that makes thunks for the callback's pool stands where the pool was made.
    private static Type PoolOwnerOf<TDelegate>(NativeCallback<TDelegate> callback)
        where TDelegate : Delegate
    {
        object slot = FieldOf(callback, "_slot");
        return ((Delegate)FieldOf(FieldOf(slot, "_pool"), "_createThunk")).Method.DeclaringType!;
    }

    private static object FieldOf(object instance, string name) =>
        instance.GetType().GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(instance)!;
}
