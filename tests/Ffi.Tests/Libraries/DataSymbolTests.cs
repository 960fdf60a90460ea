using System.Runtime.InteropServices;
using Ffi.Tests.Testing;

namespace Ffi.Tests.Libraries;

/// <summary>A variable that is bound as a function is refused with words, where a call would end the process.</summary>
public sealed class DataSymbolTests
{
    [Fact]
    public void OfAStaticLibrary_IsRefusedAtItsFirstCall()
    {
        CheckRefusal("data_counter", () => DataAsFunctions.Counter());
        CheckRefusal("data_table", () => DataAsFunctions.Table());
        CheckRefusal("data_zeros", () => DataAsFunctions.Zeros());
        CheckRefusal("data_function", () => DataAsFunctions.Function(1));
    }

    [LinuxFact]
    public void OfAThread_IsRefused() => CheckRefusal("data_of_thread", () => DataAsFunctions.OfThread());

    [Fact]
    public void AFunctionBesideIt_IsCalled() => Assert.Equal(31, DataAsFunctions.Sum());

    [Fact]
    public void ThatIsOptional_IsNotAvailable()
    {
        Assert.False(DataAsFunctions.IsPerhapsAvailable);
        CheckRefusal("data_counter", () => DataAsFunctions.Perhaps());
    }

    [Fact]
    public void ThatFreesAResult_IsRefusedBeforeTheCall() => CheckRefusal("data_counter", () => DataAsFunctions.FreedWithData(3));

    [Fact]
    public void OfAnInstanceLibrary_IsRefused()
    {
        using NativeModule fixture = NativeModule.Load("benchmarktest");
        DataOfInstance lazy = new(fixture);

        CheckRefusal("data_counter", () => lazy.Counter());
        CheckRefusal("data_table", () => new EagerDataOfInstance(fixture));
    }

    [Fact]
    public void OfALibraryThatIsBoundAtOnce_IsToldWithWhatIsMissing()
    {
        var thrown = Assert.Throws<NativeSymbolNotFoundException>(() => EagerDataAsFunctions.Sum());

        Assert.Equal(["data_counter", "data_nothing"], thrown.Symbols.Order());
        Assert.Contains("has no symbol 'data_nothing'", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("has 'data_counter' as data", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AsADelegate_IsRefused()
    {
        using NativeModule fixture = NativeModule.Load("benchmarktest");

        CheckRefusal("data_counter", () => fixture.GetFunction<Func<int>>("data_counter"));
        CheckRefusal("data_counter", () => fixture.TryGetFunction<Func<int>>("data_counter", out _));
        CheckRefusal("data_table", () => Open<Func<int>>(fixture, "data_table"));
    }

    [Fact]
    public void StillHasAnAddress()
    {
        using NativeModule fixture = NativeModule.Load("benchmarktest");

        Assert.Equal(7, Marshal.ReadInt32(fixture.GetSymbol("data_counter")));
        Assert.True(fixture.TryGetSymbol("data_table", out nint table));
        Assert.Equal(4, Marshal.ReadInt32(table, 8));
    }

    [LinuxFact]
    public void OfAnotherLibraryOfTheProgram_IsRefused()
    {
        CheckRefusal("environ", () => NativeModule.Process.GetFunction<Func<int>>("environ"));
        CheckRefusal("stdout", () => NativeModule.Process.GetFunction<Func<int>>("stdout"));
        Assert.Equal(3, NativeModule.Process.GetFunction<Func<int, int>>("abs")(-3));
    }

    // Functions that the loader chooses, or that are in the kernel's own library.
    [LinuxFact]
    public void FunctionsThatStandElsewhere_AreCalled()
    {
        using NativeModule c = NativeModule.Load(SystemLibraries.C);
        Assert.NotEqual(0, c.GetFunction<Func<nint, long>>("time")(0));
        Assert.Equal((nuint)3, c.GetFunction<Func<string, nuint>>("strlen")("abc"));
        Assert.True(LibCOfSystem.Time(default) > 0);
    }

    private static void CheckRefusal(string symbol, Func<object?> call)
    {
        var thrown = Assert.Throws<NativeSymbolNotFoundException>(call);
        Assert.Equal(symbol, thrown.Symbol);
        Assert.Contains($"has '{symbol}' as data, which can't be called", thrown.Message, StringComparison.Ordinal);
    }

    private static TDelegate Open<TDelegate>(NativeModule module, string name)
        where TDelegate : Delegate => module.GetFunction<TDelegate>(name);
}

[NativeLibrary("benchmarktest")]
internal static partial class DataAsFunctions
{
    [NativeFunction("data_counter")] public static partial int Counter();
    [NativeFunction("data_table")] public static partial int Table();
    [NativeFunction("data_zeros")] public static partial int Zeros();
    [NativeFunction("data_function")] public static partial int Function(int value);
    [NativeFunction("data_of_thread")] public static partial int OfThread();
    [NativeFunction("data_counter", Optional = true)] public static partial int Perhaps();
    [NativeFunction("text_new")] [return: FreedWith("data_counter")] public static partial string? FreedWithData(int length);
    [NativeFunction("data_sum")] public static partial int Sum();
}

[NativeLibrary("benchmarktest", Binding = NativeBinding.Eager)]
internal static partial class EagerDataAsFunctions
{
    [NativeFunction("data_counter")] public static partial int Counter();
    [NativeFunction("data_nothing")] public static partial int Nothing();
    [NativeFunction("data_sum")] public static partial int Sum();
}

[NativeLibrary]
internal sealed partial class DataOfInstance
{
    [NativeFunction("data_counter")] public partial int Counter();
}

[NativeLibrary(Binding = NativeBinding.Eager)]
internal sealed partial class EagerDataOfInstance
{
    [NativeFunction("data_table")] public partial int Table();
}

[NativeLibrary("c")]
internal static partial class LibCOfSystem
{
    [NativeFunction("time")] public static partial long Time(Span<long> time);
}
