using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Tests.Interception;

/// <summary>Delegate types that only the code around the call can name.</summary>
public class HiddenTypeTests
{
    [Fact]
    public void APrivateType_IsServedByEveryMethod()
    {
        GeneratorDriverRunResult result = Generate("""
            class C
            {
                private delegate int Hidden(string? text, ReadOnlySpan<char> more, ref int count);

                void M(NativeModule module)
                {
                    _ = module.GetFunction<Hidden>("f");
                    _ = module.TryGetFunction("f", out Hidden? function);
                    _ = NativeDelegate.FromPointer<Hidden>(1);
                    _ = module?.GetFunction<Hidden>("g");
                }
            }
            """);

        Assert.Equal(1, Count(result, "Delegates", "internal sealed unsafe class "));
        Assert.Equal(4, Count(result, "Interceptors", "InterceptsLocationAttribute(1, "));
        Assert.Equal(0, Count(result, "Interceptors", "Hidden "));
    }

    [Fact]
    public void TypesOfOneName_InDifferentPlaces_GetDifferentClasses()
    {
        GeneratorDriverRunResult result = Generate("""
            file delegate int Hidden(int a);

            file static class Outer
            {
                internal delegate long Hidden(long a);
            }

            class Base
            {
                protected delegate double Hidden(double a);
                private protected delegate float Narrow(float a);
            }

            class C : Base
            {
                private class Inner
                {
                    public delegate short Hidden(short a);
                }

                void M(NativeModule module)
                {
                    _ = module.GetFunction<global::Hidden>("f");
                    _ = module.GetFunction<Outer.Hidden>("f");
                    _ = module.GetFunction<Base.Hidden>("f");
                    _ = module.GetFunction<Narrow>("f");
                    _ = module.GetFunction<Inner.Hidden>("f");
                }
            }
            """);

        Assert.Equal(5, Count(result, "Delegates", "internal sealed unsafe class "));
        Assert.Equal(5, Count(result, "Interceptors", "InterceptsLocationAttribute(1, "));
    }

    [Fact]
    public void ATypeInAGenericType_IsServed_WhereItsSignatureIsClosed()
    {
        GeneratorDriverRunResult result = Generate("""
            class G<T>
            {
                private delegate int Closed(string text);
                private delegate T Open(T value);

                void M(NativeModule module)
                {
                    _ = module.GetFunction<Closed>("f");
                    _ = module.GetFunction<Open>("f");
                }
            }
            """);

        Assert.Equal(1, Count(result, "Interceptors", "InterceptsLocationAttribute(1, "));
    }

    [Fact]
    public void ATypeWithAPrivateTypeInItsSignature_IsLeftToRunTime()
    {
        GeneratorDriverRunResult result = Generate("""
            class C
            {
                private record struct Pair(int A, int B);
                private delegate Pair OfResult();
                private delegate void OfSpan(Span<Pair> pairs);
                private delegate void Inner();
                private delegate void OfDelegate(Inner inner);

                void M(NativeModule module)
                {
                    _ = module.GetFunction<OfResult>("f");
                    _ = module.GetFunction<OfSpan>("f");
                    _ = module.GetFunction<OfDelegate>("f");
                    _ = module.GetFunction<Func<Pair>>("f");
                }
            }
            """);

        Assert.Empty(result.GeneratedTrees);
    }

    [Fact]
    public void ACallInAnExpressionTree_IsReplacedToo()
    {
        GeneratorDriverRunResult result = Generate("""
            using System.Linq.Expressions;

            class C
            {
                Expression<Func<NativeModule, Func<int>>> Tree = module => module.GetFunction<Func<int>>("f");
                Func<NativeModule, Func<long>> Code = module => module.GetFunction<Func<long>>("f");
            }
            """);

        Assert.Equal(2, Count(result, "Interceptors", "InterceptsLocationAttribute(1, "));
    }

    [Fact]
    public Task FFI2101_DoesNotFire_OnATypeThatTheCallBringsAlong() => CallSites.Verify(
        """
        class C
        {
            private delegate int Hidden(string text);

            void M(NativeModule module) => _ = module.GetFunction<Hidden>("f");
        }
        """,
        CallSites.Intercepting,
        "FFI2101");

    [Fact]
    public Task FFI2101_Fires_OnMethodsThatAreHandedOn() => CallSites.Verify(
        """
        class C
        {
            Func<string, Func<int>> M(NativeModule module) => module.[|GetFunction|]<Func<int>>;

            Func<nint, Func<int>> N() => NativeDelegate.[|FromPointer|]<Func<int>>;

            System.Linq.Expressions.Expression<Func<NativeModule, Func<int>>> Tree = module => module.GetFunction<Func<int>>("f");

            string Name(NativeModule module) => nameof(module.GetFunction);
        }
        """,
        CallSites.Intercepting,
        "FFI2101");

    [Fact]
    public Task FFI0019_Fires_OnAMethodThatIsHandedOn() => CallSites.Verify(
        """
        class C
        {
            Func<string, Func<object, int>> M(NativeModule module) => module.GetFunction<[|Func<object, int>|]>;
        }
        """,
        CallSites.Intercepting,
        "FFI0019",
        alsoReported: "FFI2101");

    [Fact]
    public Task FFI0043_Fires_WhereNoCallCanBeReplaced() => CallSites.Verify(
        """
        using System.Runtime.InteropServices;
        using System.Runtime.InteropServices.Marshalling;

        delegate int Measure([MarshalUsing(typeof(Utf16StringMarshaller))] string text);
        [return: MarshalUsing(typeof(Utf16StringMarshaller))] delegate string Tell();
        delegate int Ansi([MarshalAs(UnmanagedType.LPStr)] string text);
        delegate void Age([MarshalAs(UnmanagedType.Struct)] ref Person person);
        delegate int Grow([MarshalAs(UnmanagedType.LPStruct)] Extent extent);

        struct Person { public string Name; }
        [StructLayout(LayoutKind.Sequential)] class Extent { public int Length; }

        class C
        {
            private struct Pair { public int A, B; }
            private delegate void Mixed([MarshalUsing(typeof(Utf16StringMarshaller))] string text, Pair pair);

            Func<string, Measure> M(NativeModule module) => module.GetFunction<[|Measure|]>;
            Func<string, Tell> T(NativeModule module) => module.GetFunction<[|Tell|]>;
            Func<string, Ansi> A(NativeModule module) => module.GetFunction<[|Ansi|]>;
            Func<string, Age> S(NativeModule module) => module.GetFunction<[|Age|]>;
            Func<string, Grow> L(NativeModule module) => module.GetFunction<[|Grow|]>;
            void N(NativeModule module) => _ = module.GetFunction<[|Mixed|]>("f");
        }
        """,
        CallSites.Intercepting,
        "FFI0043");

    [Fact]
    public Task FFI0043_Fires_OnStructsThatAreConverted_WhereNoCallCanBeReplaced() => CallSites.Verify(
        """
        using System.Runtime.InteropServices;

        delegate int Read(in Person person);
        delegate int Count(ReadOnlySpan<Person> people);
        delegate Person Make();
        delegate int Grow(Extent extent);

        struct Person { public string Name; public bool IsMarried; }
        [StructLayout(LayoutKind.Sequential)] class Extent { public string Unit; public int Length; }

        class C
        {
            Func<string, Read> R(NativeModule module) => module.GetFunction<[|Read|]>;
            Func<string, Count> N(NativeModule module) => module.GetFunction<[|Count|]>;
            Func<string, Make> M(NativeModule module) => module.GetFunction<[|Make|]>;
            Func<string, Grow> G(NativeModule module) => module.GetFunction<[|Grow|]>;
        }
        """,
        CallSites.Intercepting,
        "FFI0043");

    [Fact]
    public Task FFI0043_DoesNotFire_OnStructsThatAreConverted_WhereTheCallIsReplaced() => CallSites.Verify(
        """
        delegate int Read(in Person person);
        delegate Person Make();
        struct Person { public string Name; public bool IsMarried; }

        class C
        {
            void M(NativeModule module) => _ = (module.GetFunction<Read>("f"), module.GetFunction<Make>("g"));
        }
        """,
        CallSites.Intercepting,
        "FFI0043");

    [Fact]
    public Task FFI0043_DoesNotFire_OnCallsThatAreReplaced_AndWithoutMarshallers() => CallSites.Verify(
        """
        using System.Runtime.InteropServices.Marshalling;

        class C
        {
            private delegate int Measure([MarshalUsing(typeof(Utf16StringMarshaller))] string text);

            void M(NativeModule module) => _ = module.GetFunction<Measure>("f");

            Func<string, Func<string, int>> N(NativeModule module) => module.GetFunction<Func<string, int>>;
        }
        """,
        CallSites.Intercepting,
        "FFI0043",
        alsoReported: "FFI2101");

    private static GeneratorDriverRunResult Generate(string source) => CallSites.Generate(source).Result;

    private static int Count(GeneratorDriverRunResult result, string file, string part) => result.GeneratedTrees
        .Single(tree => tree.FilePath.Contains("." + file + ".", StringComparison.Ordinal)).ToString().Split(part).Length - 1;
}
