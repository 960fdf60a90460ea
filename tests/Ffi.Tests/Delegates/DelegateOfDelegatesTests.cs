using Ffi.Tests.Testing;

namespace Ffi.Tests.Delegates;

/// <summary>Functions that are bound at run time and take delegates in turn.</summary>
public sealed class DelegateOfDelegatesTests : IDisposable
{
    private readonly NativeModule _module = NativeModule.Load("benchmarktest");

    public void Dispose() => _module.Dispose();

    [Fact]
    public void Delegate_IsCalledBack_WithItsClosure()
    {
        Fold fold = _module.GetFunction<Fold>("fold_int32");
        int bias = 100;

        Assert.Equal(NativePath.Scoped, NativeDelegate.PathOf(fold));
        Assert.Equal((2 * ((2 * 99) + 100)) + 101, fold((index, one) => bias + index - one, 3));
    }

    [Fact]
    public void ExceptionOfTheDelegate_ComesOutOfTheCall() => Assert.Throws<InvalidTimeZoneException>(
        () => _module.GetFunction<Fold>("fold_int32")(static (_, _) => throw new InvalidTimeZoneException(), 3));

    [Fact]
    public void Calls_AllocateNothing()
    {
        Fold fold = NativeDelegate.FromPointer<Fold>(_module.GetSymbol("fold_int32"));
        Combine add = static (left, right) => left + right;

        Assert.Equal(0, Allocations.OfAMillion(() => fold(add, 1)));
    }

    [Fact]
    public void ADelegateTypeThatNativeCodeCannotCall_IsRefusedWhereTheFunctionIsBound()
    {
        NotSupportedException error = Assert.Throws<NotSupportedException>(() => Open<Action<Func<object, int>>>());
        Assert.Contains("'arg' of System.Func", error.Message, StringComparison.Ordinal);
    }

    private T Open<T>()
        where T : Delegate => _module.GetFunction<T>("fold_int32");
}
