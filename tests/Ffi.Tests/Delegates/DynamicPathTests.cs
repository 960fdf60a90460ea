using System.Runtime.InteropServices;
using Ffi.Tests.NativeCalls;
using Ffi.Tests.Testing;

namespace Ffi.Tests.Delegates;

public sealed class DynamicPathTests : IDisposable
{
    private readonly NativeModule _math = NativeModule.Load(SystemLibraries.Math);
    private readonly NativeModule _c = NativeModule.Load(SystemLibraries.C);

    public void Dispose()
    {
        _math.Dispose();
        _c.Dispose();
    }

    [Fact]
    public void OpenDelegateType_IsCompiledAtRunTime()
    {
        Func<double, double, double> pow = Bind<Func<double, double, double>>(_math, "pow");

        Assert.Equal(8, pow(2, 3));
        Assert.Equal(NativePath.Dynamic, NativeDelegate.PathOf(pow, out string reason));
        Assert.Contains("not known", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void TypeObject_IsCompiledAtRunTime()
    {
        Unary sqrt = (Unary)NativeDelegate.FromPointer(_math.GetSymbol("sqrt"), typeof(Unary));

        Assert.Equal(1.5, sqrt(2.25));
        Assert.Equal(NativePath.Dynamic, NativeDelegate.PathOf(sqrt));
    }

    [Fact]
    public void StructResultAndReferences_CrossAsOnTheDirectPath()
    {
        Assert.Equal(new Quotient(-3, -1), Bind<Divide>(_c, "div")(-10, 3));
        Assert.Equal(0.75, Bind<Split>(_math, "frexp")(48, out int exponent));
        Assert.Equal(6, exponent);
    }

    [LibraryFact("zlib", "libz.so.1")]
    public void SpansAndArrays_ArePinned()
    {
        using NativeModule z = NativeModule.Load("z");
        byte[] digits = "123456789"u8.ToArray();

        Assert.Equal(0xCBF43926u, Bind<Checksum>(z, "crc32")(0, digits, 9));
        Assert.Equal(0xCBF43926u, Bind<ChecksumOfArray>(z, "crc32")(0, digits, 9));
    }

    [LibraryFact("zlib", "libz.so.1")]
    public void NullBuffers_AreNull_AndEmptyOnesAreNot()
    {
        using NativeModule z = NativeModule.Load("z");
        // crc32 answers its initial value, whatever the seed is, where the buffer is NULL.
        Assert.Equal(0u, Bind<Checksum>(z, "crc32")(5, default, 0));
        Assert.Equal(0u, Bind<ChecksumOfArray>(z, "crc32")(5, null, 0));
        Assert.Equal(5u, Bind<Checksum>(z, "crc32")(5, new byte[3].AsSpan(3), 0));
        Assert.Equal(5u, Bind<ChecksumOfArray>(z, "crc32")(5, [], 0));
    }

    [Fact]
    public void BooleanAndCharacter_HaveTheirCWidths()
    {
        // toupper takes an int: what stands above the 16 bits of a char must be clear.
        Assert.Equal('A', Bind<Func<char, char>>(_c, "toupper")('a'));
        Assert.True(Bind<Func<int, bool>>(_c, "abs")(-2));
        Assert.False(Bind<Func<int, bool>>(_c, "abs")(256));
    }

    [Fact]
    public void AFunctionOfADisposedModule_Throws()
    {
        NativeModule module = NativeModule.Load(SystemLibraries.C);
        Func<int, int> abs = Bind<Func<int, int>>(module, "abs");
        Assert.Equal(3, abs(-3));
        module.Dispose();

        Assert.Throws<ObjectDisposedException>(() => abs(-3));
    }

    [Fact]
    public void Calls_AllocateNothing()
    {
        Func<double, double, double> pow = Bind<Func<double, double, double>>(_math, "pow");

        Assert.Equal(0, Allocations.OfAMillion(() => pow(2, 3)));
    }

    [Fact]
    public void ATypeThatCannotCross_IsRefusedByName()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Bind<Func<object, int>>(_c, "abs"));

        Assert.Contains("'arg'", error.Message, StringComparison.Ordinal);
        Assert.Contains("System.Object", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Bind<Func<decimal, int>>(_c, "abs"));
        Assert.Throws<ArgumentException>(() => Bind<Func<int, int?>>(_c, "abs"));
    }

    [Fact]
    public void ATypeWithoutASignature_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => NativeDelegate.FromPointer(_c.GetSymbol("abs"), typeof(Delegate)));
        Assert.Throws<ArgumentException>(() => NativeDelegate.FromPointer(_c.GetSymbol("abs"), typeof(int)));
    }

    [Fact]
    public void AConventionThatTheRuntimeCannotCall_IsRefusedBeforeTheCall()
    {
        Assert.Contains("FastCall", Assert.Throws<ArgumentException>(() => Bind<Quick>(_c, "abs")).Message, StringComparison.Ordinal);
        Assert.Contains(
            "ThisCall",
            Assert.Throws<ArgumentException>(() => Bind<WithoutObject>(_math, "sqrt")).Message,
            StringComparison.Ordinal);
    }

    [UnmanagedFunctionPointer(CallingConvention.FastCall)]
    private delegate int Quick(int value);

    [UnmanagedFunctionPointer(CallingConvention.ThisCall)]
    private delegate double WithoutObject(double value);

    private static TDelegate Bind<TDelegate>(NativeModule module, string name)
        where TDelegate : Delegate => module.GetFunction<TDelegate>(name);
}
