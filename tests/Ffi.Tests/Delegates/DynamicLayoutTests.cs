using Ffi.Tests.Calls.Structs;
using Ffi.Tests.Testing;

namespace Ffi.Tests.Delegates;

/// <summary>What can't be passed because of its layout is refused where calls are compiled at run time, as it is at compile time.</summary>
public sealed class DynamicLayoutTests : IDisposable
{
    private readonly NativeModule _c = NativeModule.Load(SystemLibraries.C);

    public void Dispose() => _c.Dispose();

    [Fact]
    public void AutomaticLayout_IsRefusedHoweverItCrosses()
    {
        CheckRefusal<Func<(byte, long), int>>();
        CheckRefusal<Func<int, DateTime>>();
        CheckRefusal<InTuple>();
        CheckRefusal<InHolder>();
        CheckRefusal<SpanOfTuples>();
        CheckRefusal<Func<(int, int)[], int>>();
        CheckCallbackRefusal<Action<(byte, long)>>();
        CheckCallbackRefusal<InTuple>();
        CheckCallbackRefusal<Func<DateTimeOffset>>();
    }

    [Fact]
    public void NullableValues_AndStructsWithoutFields_AreRefused()
    {
        CheckRefusal<InNullable>();
        CheckRefusal<Func<int?[], int>>();
        CheckRefusal<InEmpty>();
        CheckCallbackRefusal<InNullable>();
        CheckCallbackRefusal<InEmpty>();
    }

    [Fact]
    public void PackedStructs_Cross()
    {
        using NativeModule fixture = NativeModule.Load("benchmarktest");

        Assert.Equal(1 + (2 * -3) + (4 * 5) + (8 * 7), fixture.GetFunctionOf<Func<Packed, long>>("packed_weigh")(new Packed(1, -3, 5, 7)));
    }

    private void CheckRefusal<TDelegate>()
        where TDelegate : Delegate =>
        Assert.True(
            Record.Exception(() => _c.GetFunction<TDelegate>("abs")) is ArgumentException or NotSupportedException,
            typeof(TDelegate).ToString());

    private static void CheckCallbackRefusal<TDelegate>()
        where TDelegate : Delegate =>
        Assert.Throws<NotSupportedException>(() =>
            NativeCallback<TDelegate>.Create(
                (TDelegate)
                    Delegate.CreateDelegate(typeof(TDelegate), null, typeof(TDelegate).GetMethod("Invoke")!, throwOnBindFailure: false)!));

    private delegate int InTuple(in (byte, long, byte) value);

    private delegate int InHolder(in Holder value);

    private delegate int SpanOfTuples(Span<(byte, long)> values);

    private delegate int InNullable(in int? value);

    private delegate int InEmpty(in Empty value);

    private record struct Holder(int Number, (byte, long) Pair);

    private struct Empty;
}

internal static class OpenBinding
{
    /// <summary>The same as <c>GetFunction</c>, where the delegate type is not known at compile time.</summary>
    public static TDelegate GetFunctionOf<TDelegate>(this NativeModule module, string name)
        where TDelegate : Delegate => module.GetFunction<TDelegate>(name);
}
