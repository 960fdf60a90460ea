using Ffi.Tests.Testing;

namespace Ffi.Tests.Delegates;

/// <summary>Delegate types that only the code around the call can name: the call brings the type along.</summary>
public sealed class HiddenTypeTests : IDisposable
{
    private readonly NativeModule _module = NativeModule.Load("benchmarktest");

    private delegate long Length(ReadOnlySpan<char> text);

    private delegate int Add(int left, int right);

    public void Dispose() => _module.Dispose();

    [Fact]
    public void APrivateType_TakesTextAsAPublicOneDoes()
    {
        Length length = _module.GetFunction<Length>("utf8_length");

        Assert.Equal(6, length("héllo"));
        Assert.Equal(NativePath.Scoped, NativeDelegate.PathOf(length));
        Assert.Equal(typeof(Length), length.GetType());
    }

    [Fact]
    public void APrivateType_IsFoundOrNot_AndCalledByAddress()
    {
        Assert.True(_module.TryGetFunction("add_int32", out Add? add));
        Assert.Equal(5, add(2, 3));
        Assert.False(_module.TryGetFunction("no_such_symbol", out Add? none));
        Assert.Null(none);
        Assert.Equal(7, NativeDelegate.FromPointer<Add>(_module.GetSymbol("add_int32"))(3, 4));
        Assert.Equal(NativePath.Direct, NativeDelegate.PathOf(add));
    }

    [Fact]
    public void AFileLocalType_IsServed()
    {
        OfThisFile negate = _module.GetFunction<OfThisFile>("negate_int32");

        Assert.Equal(-4, negate(4));
        Assert.Equal(NativePath.Direct, NativeDelegate.PathOf(negate));
    }

    [Fact]
    public void ATypeInAGenericType_IsServed() => Assert.Equal(NativePath.Scoped, Generic<string>.PathOf(_module));

    [Fact]
    public void AFunctionOfADisposedModule_Throws()
    {
        NativeModule module = NativeModule.Load("benchmarktest");
        Add add = module.GetFunction<Add>("add_int32");
        Assert.Equal(3, add(1, 2));
        module.Dispose();

        Assert.Throws<ObjectDisposedException>(() => add(1, 2));
    }

    [Fact]
    public void Calls_AllocateNothing()
    {
        Length length = _module.GetFunction<Length>("utf8_length");

        Assert.Equal(0, Allocations.OfAMillion(() => length("text")));
    }

    private static class Generic<T>
    {
        private delegate long Measure(string text);

        public static NativePath PathOf(NativeModule module)
        {
            Measure measure = module.GetFunction<Measure>("utf8_length");
            Assert.Equal(2, measure("é"));
            return NativeDelegate.PathOf(measure);
        }
    }
}

file delegate int OfThisFile(int value);
