using Ffi.Tests.Testing;

namespace Ffi.Tests.Delegates;

public sealed class GetFunctionTests : IDisposable
{
    // A delegate that nobody keeps can end up on the stack.
    private static Func<int, int>? s_bound;

    private readonly NativeModule _math = NativeModule.Load(SystemLibraries.Math);
    private readonly NativeModule _c = NativeModule.Load(SystemLibraries.C);

    public void Dispose()
    {
        _math.Dispose();
        _c.Dispose();
    }

    [Fact]
    public void GenericDelegate_CallsDirectly()
    {
        Func<double, double, double> pow = _math.GetFunction<Func<double, double, double>>("pow");

        Assert.Equal(8, pow(2, 3));
        Assert.Equal(NativePath.Direct, NativeDelegate.PathOf(pow));
    }

    [Fact]
    public void CustomDelegate_CallsDirectly()
    {
        Unary sqrt = _math.GetFunction<Unary>("sqrt");

        Assert.Equal(1.5, sqrt(2.25));
        Assert.Equal(NativePath.Direct, NativeDelegate.PathOf(sqrt));
    }

    [Fact]
    public void DelegateInAGenericType_CallsDirectly()
    {
        Of<double>.Unary floor = _math.GetFunction<Of<double>.Unary>("floor");
        Of<float>.Unary floorOfFloat = _math.GetFunction<Of<float>.Unary>("floorf");

        Assert.Equal(-2, floor(-1.5));
        Assert.Equal(-2, floorOfFloat(-1.5f));
        Assert.Equal(NativePath.Direct, NativeDelegate.PathOf(floorOfFloat));
    }

    [Fact]
    public void StructResult_CallsDirectly()
    {
        Divide div = _c.GetFunction<Divide>("div");

        Assert.Equal(new Quotient(-3, -1), div(-10, 3));
        Assert.Equal(NativePath.Direct, NativeDelegate.PathOf(div));
    }

    [Fact]
    public void OutParameter_IsScoped()
    {
        Split frexp = _math.GetFunction<Split>("frexp");

        Assert.Equal(0.75, frexp(48, out int exponent));
        Assert.Equal(6, exponent);
        Assert.Equal(NativePath.Scoped, NativeDelegate.PathOf(frexp));
    }

    [Fact]
    public void TryGetFunction_OfASymbolThatIsThere_GivesTheFunction()
    {
        Assert.True(_c.TryGetFunction("abs", out Func<int, int>? abs));

        Assert.Equal(7, abs(-7));
        Assert.Equal(NativePath.Direct, NativeDelegate.PathOf(abs));
    }

    [Fact]
    public void TryGetFunction_OfAMissingSymbol_GivesNothing()
    {
        Assert.False(_c.TryGetFunction("no_such_symbol", out Func<int>? function));
        Assert.Null(function);
    }

    [Fact]
    public void GetFunction_OfAMissingSymbol_NamesIt()
    {
        NativeSymbolNotFoundException error = Assert.Throws<NativeSymbolNotFoundException>(() =>
            _c.GetFunction<Func<int>>("no_such_symbol"));

        Assert.Equal("no_such_symbol", error.Symbol);
    }

    [Fact]
    public void FromPointer_CallsTheAddress()
    {
        Func<int, int> abs = NativeDelegate.FromPointer<Func<int, int>>(_c.GetSymbol("abs"));

        Assert.Equal(5, abs(-5));
        Assert.Equal(NativePath.Direct, NativeDelegate.PathOf(abs));
    }

    [Fact]
    public void FromPointer_OfNull_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => NativeDelegate.FromPointer<Func<int, int>>(0));
        Assert.Throws<ArgumentException>(() => NativeDelegate.FromPointer(0, typeof(Func<int, int>)));
    }

    [Fact]
    public void FromPointer_OfNoDelegateType_IsRefused()
    {
        nint abs = _c.GetSymbol("abs");
        Assert.Throws<ArgumentNullException>("delegateType", () => NativeDelegate.FromPointer(abs, null!));
        Assert.Throws<ArgumentException>("delegateType", () => NativeDelegate.FromPointer(abs, typeof(int)));
        Assert.Throws<ArgumentException>("delegateType", () => NativeDelegate.FromPointer(abs, typeof(MulticastDelegate)));
    }

    [Fact]
    public void AFunctionOfADisposedModule_Throws()
    {
        NativeModule module = NativeModule.Load(SystemLibraries.C);
        Func<int, int> abs = module.GetFunction<Func<int, int>>("abs");
        Assert.Equal(3, abs(-3));
        module.Dispose();

        ObjectDisposedException error = Assert.Throws<ObjectDisposedException>(() => abs(-3));
        Assert.Contains("abs", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_AllocateNothing()
    {
        Func<double, double, double> pow = _math.GetFunction<Func<double, double, double>>("pow");
        Split frexp = _math.GetFunction<Split>("frexp");

        Assert.Equal(0, Allocations.OfAMillion(() => pow(2, 3)));
        Assert.Equal(0, Allocations.OfAMillion(() => frexp(48, out _)));
    }

    [Fact]
    public void Binding_AllocatesTheTrampolineAndTheDelegateOnly()
    {
        nint abs = _c.GetSymbol("abs");
        const int delegateBytes = 64;   // Object header, target, code pointers and invocation list.
        const int trampolineBytes = 48; // Object header, module, symbol, address, lease.

        long bytes = Allocations.OfAMillion(() => Volatile.Write(ref s_bound, NativeDelegate.FromPointer<Func<int, int>>(abs)));

        Assert.Equal((long)Allocations.Calls * (delegateBytes + trampolineBytes), bytes);
    }

    [Fact]
    public void PathOf_AnOrdinaryDelegate_IsNone()
    {
        Assert.Equal(NativePath.None, NativeDelegate.PathOf(() => 1));
    }
}
