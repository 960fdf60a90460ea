using Ffi.Generators.Analysis;
using Ffi.Generators.Tests.Testing;

namespace Ffi.Generators.Tests.Analysis;

/// <summary>Attributes that name nothing, or mean nothing where they stand.</summary>
public class AttributeDiagnosticTests
{
    private const string Handle =
        "public sealed class Handle() : SafeHandle(0, true) { public override bool IsInvalid => false; protected override bool ReleaseHandle() => true; }";

    private static Task Verify(string marked, string id) => AnalyzerHarness.Verify<AttributeAnalyzer>(marked, id);

    [Theory]
    [InlineData("[return: BorrowedFrom([|\"nope\"|])] public static partial byte* f(nint a);")]
    [InlineData("[return: BorrowedFrom([|\"\"|])] public static partial byte* f(nint a);")]
    [InlineData("[return: BorrowedFrom([|\"this\"|])] public static partial byte* f(nint a);")]
    [InlineData("[return: BorrowedFrom([|\"A\"|])] public static partial ReadOnlySpan<byte> f(nint a);")]
    [InlineData("public static partial int f(nint a, [BorrowedFrom([|\"text\"|])] out byte* text);")]
    [InlineData("[return: BorrowedFrom(\"a\", InvalidatedBy = [|[\" \"]|])] public static partial byte* f(nint a);")]
    [InlineData("[return: FreedWith([|\"\"|])] public static partial byte* f();")]
    [InlineData("[return: FreedWith([|\" \"|])] public static partial string f();")]
    [InlineData("public static partial void f([Retained(Until = [|\"\"|])] nint a);")]
    public Task FFI0035_Fires_OnANameThatNothingHas(string function) =>
        Declarations.VerifyFunction($"[NativeFunction] {function}", "FFI0035");

    [Theory]
    [InlineData("[return: BorrowedFrom(\"a\")] public static partial byte* f(nint a);")]
    [InlineData("[return: BorrowedFrom(\"a\", InvalidatedBy = [\"f\"])] public static partial ReadOnlySpan<byte> f(nint a);")]
    [InlineData("public static partial int f(nint a, [BorrowedFrom(\"a\")] out byte* text);")]
    [InlineData("[return: FreedWith(\"f_free\")] public static partial string f();")]
    [InlineData("[return: FreedWith(\"free\")] public static partial byte* f();")]
    [InlineData("public static partial void f([Retained(Until = \"f\")] nint a);")]
    public Task FFI0035_DoesNotFire_OnANameThatIsThere(string function) => Declarations.VerifyFunction($"[NativeFunction] {function}");

    [Fact]
    public Task FFI0035_Fires_OnAFunctionThatNobodyDeclares() => Verify("""
        [NativeLibrary("n")] static unsafe partial class Lib
        {
            [NativeFunction] public static partial void a([Retained(Until = [|"nope"|])] nint p);
            [NativeFunction] [return: BorrowedFrom("p", InvalidatedBy = [|["a", "nope"]|])] public static partial byte* b(nint p);
            [NativeFunction] [return: FreedWith([|"nope"|])] public static partial byte* d();
        }
        """.Replace("public static partial", "public static extern", StringComparison.Ordinal), "FFI0035");

    // By its symbol, by its name, in another type, by any kind of import, by a string that is looked up, in C itself.
    [Fact]
    public Task FFI0035_DoesNotFire_OnAFunctionThatSomebodyDeclares() =>
        Verify(
            """
            static unsafe class Lib
            {
                [NativeFunction] static extern void a([Retained(Until = "stop")] nint p, [Retained(Until = "Stop")] nint q, [Retained(Until = "end")] nint r, [Retained(Until = "End")] nint s, [Retained(Until = "late")] nint t);
                [NativeFunction] [return: FreedWith("free")] static extern byte* b();
                [NativeFunction] [return: FreedWith("any_name")] static extern string d();
            }
            static class Other { [NativeFunction("stop")] static extern void Stop(); [DllImport("n", EntryPoint = "end")] static extern void End(); }
            class C { void M(NativeModule module) => module.GetFunction<Action>("late")(); }
            """,
            "FFI0035");

    [Fact]
    public Task FFI0035_Fires_OnImportsAndDelegates() => Verify("""
        static unsafe class Lib
        {
            [DllImport("n")] [return: BorrowedFrom([|"nope"|])] static extern byte* a(nint p);
            [return: BorrowedFrom([|"this"|])] static byte* b(nint p) => null;
        }
        delegate void D([LengthFrom([|"nope"|])] ReadOnlySpan<byte> data, int length);
        unsafe delegate byte* E(nint p);
        """, "FFI0035");

    [Theory]
    [InlineData("public static partial int f([[|NulTerminated|]] int a);")]
    [InlineData("public static partial int f([[|NulTerminated|]] string a);")]
    [InlineData("public static partial int f([[|NulTerminated|]] ReadOnlySpan<int> a);")]
    [InlineData("public static partial int f([[|NulTerminated|]] in byte a);")]
    [InlineData("public static partial int f([[|LengthFrom(\"n\")|]] ReadOnlySpan<byte> a, int n);")]
    [InlineData("public static partial int f([[|Frees|]] int a);")]
    [InlineData("public static partial int f([[|Frees|]] double a);")]
    [InlineData("public static partial int f([[|Frees|]] bool a);")]
    [InlineData("public static partial int f([[|Frees|]] DayOfWeek a);")]
    [InlineData("public static partial int f([[|Frees|]] in nint a);")]
    [InlineData("public static partial int f([[|Frees|]] out nint a);")]
    [InlineData("public static partial int f([[|Frees|]] ref int a);")]
    [InlineData("public static partial int f([[|Retained|]] int a);")]
    [InlineData("public static partial int f([[|Retained|]] float a);")]
    [InlineData("public static partial int f([[|Retained|]] DayOfWeek a);")]
    [InlineData("public static partial int f([[|BorrowedFrom(\"b\")|]] byte* a, nint b);")]
    [InlineData("public static partial int f([[|FreedWith(\"free\")|]] byte* a);")]
    [InlineData("public static partial int f([[|FreedWith(\"free\")|]] out int a);")]
    [InlineData("[return: [|BorrowedFrom(\"a\")|]] public static partial int f(nint a);")]
    [InlineData("[return: [|BorrowedFrom(\"a\")|]] public static partial void f(nint a);")]
    [InlineData("[return: [|BorrowedFrom(\"a\")|]] public static partial string f(nint a);")]
    [InlineData("[return: [|FreedWith(\"free\")|]] public static partial int f();")]
    [InlineData("[return: [|FreedWith(\"free\")|]] public static partial void f();")]
    [InlineData("[return: [|FreedWith(\"free\")|]] public static partial Handle f();")]
    public Task FFI0036_Fires_OnWhatItCannotBeTrueOf(string function) =>
        Declarations.VerifyFunction($"[NativeFunction] {function} {Handle}", "FFI0036");

    [Theory]
    [InlineData("public static partial int f([NulTerminated] ReadOnlySpan<byte> a);")]
    [InlineData("public static partial int f([NulTerminated] byte* a);")]
    [InlineData("public static partial int f([Frees] nint a, [Frees] byte* b, [Frees] Handle c);")]
    [InlineData("public static partial int f([Frees] ref nint a);")]
    [InlineData("public static partial int f([Retained] nint a, [Retained] byte* b, [Retained] delegate* unmanaged<void> c);")]
    [InlineData("public static partial int f([LastError] out int error);")]
    [InlineData("public static partial int f([FreedWith(\"free\")] out byte* a);")]
    [InlineData("[return: FreedWith(\"free\")] public static partial nint f();")]
    public Task FFI0036_DoesNotFire_OnWhatItCanBeTrueOf(string function) =>
        Declarations.VerifyFunction($"[NativeFunction] {function} {Handle}");

    [Fact]
    public Task FFI0036_Fires_OnImportsDelegatesAndManagedMethods() => Verify("""
        static unsafe partial class Lib
        {
            [DllImport("n")] static extern int a([[|LastError|]] out int error);
            [LibraryImport("n")] private static partial int {|CS8795:b|}([[|NulTerminated|]] int p);
            [DllImport("n")] static extern int d([[|LengthFrom("n")|]] byte[] data, int n);
            static int e([[|LastError|]] out int error) => error = 0;
            static int f([[|Frees|]] int fd) => fd;
        }
        delegate int D([[|Frees|]] int fd, [[|NulTerminated|]] int n);
        """, "FFI0036");

    [Fact]
    public Task FFI0036_DoesNotFire_OnImportsThatSayWhatHolds() => Verify("""
        static unsafe class Lib
        {
            [DllImport("n")] static extern void a([Retained] byte[] data, [NulTerminated] byte* text, [Frees] nint handle);
            [DllImport("n")] [return: BorrowedFrom("handle")] static extern byte* b(nint handle);
            [DllImport("n")] [return: FreedWith("free")] static extern byte* d();
        }
        delegate int D([Frees] nint handle, [LengthFrom("n")] ReadOnlySpan<byte> data, int n, [NulTerminated] ReadOnlySpan<byte> text);
        """, "FFI0036");

    [Fact]
    public Task FFI0046_Fires_OnWhatACallbackDoesNotHeed() =>
        Verify(
            """
            delegate void Notify(int what);
            delegate int Ask(int what);
            [NativeCallback(OnException = [|OnException.Default|])] delegate int D();
            [NativeCallback(Default = [|7|])] delegate void E();
            static unsafe partial class C
            {
                [NativeCallback(ContinueAfterException = [|true|])] static int A() => 1;
                [NativeCallback(OnException = OnException.Default, Default = [|1|])] static void B() { }
                [NativeCallback] static void F([[|Retained|]] nint a, [[|Frees|]] nint b, [[|LastError|]] out int c, [[|NulTerminated|]] int d, [[|NulTerminated|]] string e, [[|LengthFrom("d")|]] nint f) => c = 0;
                [NativeCallback] [return: [|FreedWith("free")|]] static byte* G() => null;
                static void H([[|NativeCallback(Default = 1)|]] Ask ask) { }
            }
            """,
            "FFI0046");

    [Theory]
    [InlineData("[[|NativeCallback(Default = 1)|]] int a")]
    [InlineData("[[|NativeCallback(Default = 1)|]] NativeCallback<Func<int>> a")]
    [InlineData("[[|NativeCallback(OnException = OnException.Default)|]] Func<int> a")]
    [InlineData("[[|NativeCallback(Default = 1)|]] Action a")]
    public Task FFI0046_Fires_OnAParameterOfAFunction(string parameter) =>
        Declarations.VerifyFunction($"[NativeFunction] public static partial void f({parameter});", "FFI0046");

    [Theory]
    [InlineData("[NativeCallback(Default = 1)] Func<int> a")]
    [InlineData("[NativeCallback(ContinueAfterException = true)] Action a")]
    public Task FFI0046_DoesNotFire_OnAParameterThatHeedsIt(string parameter) =>
        Declarations.VerifyFunction($"[NativeFunction] public static partial void f({parameter});");

    [Fact]
    public Task FFI0046_DoesNotFire_OnWhatACallbackHeeds() =>
        Verify(
            """
            [NativeCallback(Default = 7, ContinueAfterException = true)] delegate int D();
            static partial class C
            {
                [NativeCallback(OnException = OnException.Default, Default = 1)] static int A([NulTerminated] ReadOnlySpan<byte> text, [LengthFrom("n")] ReadOnlySpan<int> data, int n) => 1;
            }
            """,
            "FFI0046");

    [Fact]
    public Task FFI0050_Fires_OnOptionsThatADelegateTypeDoesNotHave() => Verify("""
        [NativeFunction([|"f"|])] delegate int D();
        [NativeFunction(Optional = [|true|])] delegate int E();
        [NativeFunction(SetLastError = true, Variadic = 1)] delegate int F(int a);
        """, "FFI0050");

    [Theory]
    [InlineData("[NativeLibrary(\"m\", StringMarshalling = [|(StringMarshalling)9|])] static partial class L;")]
    [InlineData("[NativeLibrary(\"m\", Binding = [|(NativeBinding)(-1)|])] static partial class L;")]
    [InlineData(
        "[NativeLibrary(\"m\")] static partial class L { [NativeFunction(StringMarshalling = [|(StringMarshalling)3|])] static partial void f(string a); }"
    )]
    [InlineData("[NativeFunction(StringMarshalling = [|(StringMarshalling)9|])] delegate int D(string a);")]
    [InlineData("static partial class C { [NativeCallback(OnException = [|(OnException)9|])] static int A() => 1; }")]
    [InlineData("[assembly: DefaultNativeBinding([|(NativeBinding)9|])]")]
    [InlineData("[assembly: DefaultNativeBinding(binding: [|(NativeBinding)(-1)|])]")]
    public Task FFI0050_Fires_OnAValueThatNoMemberHas(string source) => AnalyzerHarness.Verify<OptionValueAnalyzer>(source, "FFI0050");

    [Theory]
    [InlineData("[assembly: DefaultNativeBinding(NativeBinding.Import)]")]
    [InlineData("[assembly: DefaultNativeBinding((NativeBinding)1)]")]
    [InlineData("[assembly: DefaultNativeBinding(default)]")]
    public Task FFI0050_DoesNotFire_OnAMemberForTheAssembly(string source) =>
        AnalyzerHarness.Verify<OptionValueAnalyzer>(source, "FFI0050");

    [Fact]
    public Task FFI0050_DoesNotFire_OnMembers() =>
        AnalyzerHarness.Verify<OptionValueAnalyzer>(
            """
            [NativeLibrary("m", StringMarshalling = (StringMarshalling)1, Binding = default)] static partial class L { [NativeFunction(StringMarshalling = StringMarshalling.Utf16)] static partial void f(string a); }
            static partial class C { const OnException Policy = OnException.Default; [NativeCallback(OnException = Policy, Default = 1)] static int A() => 1; }
            """,
            "FFI0050");

    [Theory]
    [InlineData(
        "[return: BorrowedFrom(\"nope\")] public static partial byte* f(nint a);",
        "[BorrowedFrom] names 'nope', and 'f' has no parameter of that name. Name the parameter that owns the memory, or \"this\".")]
    [InlineData(
        "public static partial int f([NulTerminated] int a);",
        "[NulTerminated] has no effect on parameter 'a' of 'f': 'int' is not text. Declare it as ReadOnlySpan<byte> or ReadOnlySpan<char>, or remove the attribute."
    )]
    [InlineData(
        "[return: FreedWith(\"\")] public static partial byte* f();",
        "[FreedWith] names '', and no function can have that name. Write the entry point of the function.")]
    public async Task Message_SaysWhatIsWrongAndWhatToDo(string function, string message) =>
        Assert.Equal(
            message,
            await Declarations.Message(
                $$"""[NativeLibrary("m")] public static unsafe partial class Lib { [NativeFunction] {{function}} }"""
            ));
}
