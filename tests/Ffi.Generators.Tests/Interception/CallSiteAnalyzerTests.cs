using Ffi.Generators.Tests.Testing;

namespace Ffi.Generators.Tests.Interception;

public class CallSiteAnalyzerTests
{
    [Fact]
    public Task FFI0019_Fires_OnTheDelegateTypeThatCannotCross() => CallSites.Verify(
        """
        class C
        {
            void M(NativeModule module)
            {
                _ = module.GetFunction<[|Func<object, int>|]>("f");
                _ = module.[|TryGetFunction|]("f", out Action<List<int>>? function);
                _ = NativeDelegate.FromPointer<[|Action<decimal>|]>(1);
            }
        }
        """,
        CallSites.Intercepting,
        "FFI0019");

    [Fact]
    public Task FFI0020_Fires_OnAStructThatCannotBeConverted() => CallSites.Verify(
        """
        struct S { public object Flag; }

        class C
        {
            void M(NativeModule module) => _ = module.GetFunction<[|Action<S>|]>("f");
        }
        """,
        CallSites.Intercepting,
        "FFI0020");

    [Fact]
    public Task NothingFires_OnTypesThatCross() => CallSites.Verify(
        """
        delegate int Read(ReadOnlySpan<byte> source, ref int count, out nint handle);

        class C
        {
            void M(NativeModule module)
            {
                _ = module.GetFunction<Func<int, double, nint>>("f");
                _ = module.GetFunction<Read>("f");
                _ = module.TryGetFunction("f", out Action? function);
            }
        }
        """,
        CallSites.Intercepting,
        "FFI0019");

    [Fact]
    public Task NothingFires_OnOtherMethodsOfTheSameName() => CallSites.Verify(
        """
        class Other
        {
            public T GetFunction<T>(string name) => default!;

            void M() => _ = GetFunction<Func<object, int>>("f");
        }
        """,
        CallSites.Intercepting,
        "FFI0019");

    [Fact]
    public Task FFI2101_Fires_WhereInterceptorsAreOff() => CallSites.Verify(
        """
        class C
        {
            void M(NativeModule module) => _ = module.[|GetFunction|]<Func<int>>("f");
        }
        """,
        TestCompilation.ParseOptions,
        "FFI2101");

    [Fact]
    public Task FFI2101_Fires_OnATypeThatAGeneratedFileCannotName() => CallSites.Verify(
        """
        class C
        {
            private struct Pair { public int A, B; }
            private delegate Pair Hidden();

            void M(NativeModule module) => _ = module.[|GetFunction|]<Hidden>("f");
        }
        """,
        CallSites.Intercepting,
        "FFI2101");

    [Fact]
    public Task FFI2101_Fires_OnATypeParameter() => CallSites.Verify(
        """
        class C
        {
            TDelegate M<TDelegate>(NativeModule module, nint address) where TDelegate : Delegate
            {
                _ = NativeDelegate.[|FromPointer|]<TDelegate>(address);
                return module.[|GetFunction|]<TDelegate>("f");
            }
        }
        """,
        CallSites.Intercepting,
        "FFI2101");

    [Fact]
    public Task FFI2101_DoesNotFire_OnATypeThatItCanName() => CallSites.Verify(
        """
        class C
        {
            internal delegate int Visible();

            void M(NativeModule module) => _ = module.GetFunction<Visible>("f");
        }
        """,
        CallSites.Intercepting,
        "FFI2101");
}
