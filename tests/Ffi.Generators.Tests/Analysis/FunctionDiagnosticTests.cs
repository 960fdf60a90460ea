namespace Ffi.Generators.Tests.Analysis;

public class FunctionDiagnosticTests
{
    [Fact]
    public Task FFI0008_Fires_OnAFunctionOutsideOfALibrary() => Declarations.Verify("""
        public static partial class Lib { [NativeFunction("cos")] public static partial double [|Cos|](double x); }
        """, "FFI0008");

    [Fact]
    public Task FFI0008_Fires_OnAFunctionInATypeNestedInALibrary() => Declarations.VerifyFunction("""
        public static partial class Inner { [NativeFunction("cos")] public static partial double [|Cos|](double x); }
        """, "FFI0008");

    [Fact]
    public Task FFI0008_DoesNotFire_OnAnotherPartOfALibrary() => Declarations.Verify("""
        [NativeLibrary("m")] public static partial class Lib;
        public static partial class Lib { [NativeFunction("cos")] public static partial double Cos(double x); }
        """);

    [Fact]
    public Task FFI0009_Fires_OnAMethodThatIsNotPartial() => Declarations.VerifyFunction("""
        [NativeFunction("cos")] public static double {|FFI0009:{|CS0501:Cos|}|}(double x);
        """);

    [Fact]
    public Task FFI0009_DoesNotFire_OnAMethodWithoutTheAttribute() => Declarations.VerifyFunction("""
        public static double Cos(double x) => x;
        """);

    [Theory]
    [InlineData("public static partial void F([FreedWith(\"g\", Library = \"\")] out [|string|] x);")]
    [InlineData("public static partial void F([FreedWith(\"g\", Library = \"l\", Windows = \"\")] out [|string|] x);")]
    [InlineData("public static partial void F([FreedWith(\"g\"), MarshalUsing(typeof(Utf8StringMarshaller))] out [|string|] x);")]
    [InlineData("[return: FreedWith(\"g\"), MarshalUsing(typeof(Utf8StringMarshaller))] public static partial [|string|] F();")]
    public Task FFI0038_Fires_OnABlankLibrary_AndOnWhatAMarshallerFrees(string function) =>
        Declarations.VerifyFunction($"[NativeFunction(\"f\")] {function}", "FFI0038");

    [Theory]
    [InlineData("public static partial void F([FreedWith(\"g\")] out string x);")]
    [InlineData(
        "public static partial void F([FreedWith(\"g\", Library = \"c\")] out string? x, [FreedWith(\"g\")] out nint y, [FreedWith(\"g\")] ref byte* z);"
    )]
    [InlineData("[return: FreedWith(\"g\", Library = \"c\")] public static partial string? F();")]
    [InlineData("[return: FreedWith(\"g\", Linux = \"c\")] public static partial byte* F();")]
    [InlineData("[return: FreedWith(\"g\")] public static partial ReadOnlySpan<byte> F();")]
    public Task FFI0038_DoesNotFire_OnWhatIsHandedOut(string function) =>
        Declarations.VerifyFunction($"[NativeFunction(\"f\")] {function}");

    [Theory]
    [InlineData("out")]
    [InlineData("ref")]
    public Task FFI0034_Fires_OnTextByReference_WhoseOwnerNobodyNames(string reference) => Declarations.VerifyFunction(
        $"[NativeFunction(\"f\")] public static partial void F({reference} [|string|] x);", "FFI0034");

    [Fact]
    public Task FFI0010_Fires_OnAMethodWithABody() => Declarations.VerifyFunction("""
        [NativeFunction("cos")] public static double [|Cos|](double x) => x;
        [NativeFunction("sin")] public static double [|Sin|](double x) { return x; }
        """, "FFI0010");

    [Fact]
    public Task FFI0010_Fires_OnAPartialMethodWithAnotherHalf() => Declarations.VerifyFunction("""
        [NativeFunction("cos")] public static partial double [|Cos|](double x);
        public static partial double Cos(double x) => x;
        """, "FFI0010");

    [Fact]
    public Task FFI0010_DoesNotFire_OnAMethodOfTheSameNameWithABody() => Declarations.VerifyFunction("""
        [NativeFunction("cos")] public static partial double Cos(double x);
        public static float Cos(float x) => (float)Cos((double)x);
        """);

    [Fact]
    public Task FFI0011_Fires_OnAGenericMethod() => Declarations.VerifyFunction("""
        [NativeFunction("poke")] public static partial void [|Poke|]<T>(int x) where T : unmanaged;
        """, "FFI0011");

    [Fact]
    public Task FFI0011_DoesNotFire_OnAGenericStruct() => Declarations.VerifyFunction("""
        public struct Pair<T> { public T First, Second; }
        [NativeFunction("poke")] public static partial void Poke(Pair<int> pair);
        """);

    [Theory]
    [InlineData("ref")]
    [InlineData("ref readonly")]
    public Task FFI0012_Fires_OnAReturnByReference(string kind) => Declarations.VerifyFunction($"""
        [NativeFunction("peek")] public static partial {kind} int [|Peek|](int x);
        """, "FFI0012");

    [Fact]
    public Task FFI0012_DoesNotFire_OnAPointer() => Declarations.VerifyFunction("""
        [NativeFunction("peek")] public static partial int* Peek(ref int x);
        """);

    [Fact]
    public Task FFI0013_Fires_OnArglist() => Declarations.VerifyFunction("""
        [NativeFunction("printf")] public static partial int [|Print|](byte* format, __arglist);
        """, "FFI0013");

    [Fact]
    public Task FFI0013_DoesNotFire_OnParams() => Declarations.VerifyFunction("""
        [NativeFunction("sum")] public static partial int Sum(params int[] values);
        """);

    [Fact]
    public Task FFI0014_Fires_OnAnInstanceMethodOfANamedLibrary() => Declarations.Verify("""
        [NativeLibrary("m")] public partial class Lib { [NativeFunction("cos")] public partial double [|Cos|](double x); }
        """, "FFI0014");

    [Fact]
    public Task FFI0014_DoesNotFire_OnAStaticMethodOfANamedLibrary() => Declarations.Verify("""
        [NativeLibrary("m")] public partial class Lib { [NativeFunction("cos")] public static partial double Cos(double x); }
        """);

    [Fact]
    public Task FFI0015_Fires_OnAStaticMethodOfAnInstanceLibrary() => Declarations.Verify("""
        [NativeLibrary] public partial class Lib { [NativeFunction("cos")] public static partial double [|Cos|](double x); }
        """, "FFI0015");

    [Fact]
    public Task FFI0015_DoesNotFire_OnAnInstanceMethodOfAnInstanceLibrary() => Declarations.Verify("""
        [NativeLibrary] public partial class Lib { [NativeFunction("cos")] public partial double Cos(double x); }
        """);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\" \"")]
    [InlineData("\"c\\0s\"")]
    public Task FFI0016_Fires_OnABlankEntryPoint(string entryPoint) => Declarations.VerifyFunction($"""
        [NativeFunction([|{entryPoint}|])] public static partial double Cos(double x);
        """, "FFI0016");

    [Fact]
    public Task FFI0016_DoesNotFire_OnAnEntryPointThatIsLeftOut() => Declarations.VerifyFunction("""
        [NativeFunction(null)] public static partial double cos(double x);
        [NativeFunction] public static partial double sin(double x);
        """);

    [Fact]
    public Task FFI0017_Fires_OnTheSecondFunctionOfOneSymbolAndSignature() => Declarations.VerifyFunction("""
        [NativeFunction("cos")] public static partial double Cos(double x);
        [NativeFunction([|"cos"|])] public static partial double Sin(double x);
        """, "FFI0017");

    [Fact]
    public Task FFI0017_DoesNotFire_OnTwoSignaturesOfOneSymbol() => Declarations.VerifyFunction("""
        [NativeFunction("ioctl")] public static partial int GetSize(int file, uint request, int* size);
        [NativeFunction("ioctl")] public static partial int SetSize(int file, uint request, int size);
        [NativeFunction("ioctl")] public static partial long GetLongSize(int file, uint request, int* size);
        [NativeFunction("ioctl")] public static partial int ReadSize(int file, uint request, in int size);
        [NativeFunction("ioctl")] public static partial int WriteSize(int file, uint request, ref int size);
        [NativeFunction("ioctl"), SuppressGCTransition] public static partial int PeekSize(int file, uint request, int* size);
        """);

    [Fact]
    public Task FFI0018_Fires_OnAConventionThatIsNone() =>
        Declarations.VerifyFunction(
            """
            [UnmanagedCallConv(CallConvs = [[|typeof(string)|]])] [NativeFunction] public static partial int f();
            [UnmanagedCallConv(CallConvs = [typeof(CallConvSuppressGCTransition), [|typeof(CallConvSwift)|]])] [NativeFunction] public static partial int g();
            """,
            "FFI0018");

    [Fact]
    public Task FFI0018_Fires_OnFastcall_WhichTheRuntimeRefuses() => Declarations.VerifyFunction("""
        [UnmanagedCallConv(CallConvs = [[|typeof(CallConvFastcall)|]])] [NativeFunction] public static partial int f();
        """, "FFI0018");

    [Fact]
    public Task FFI0018_Fires_OnThiscallWithoutAnObject() => Declarations.VerifyFunction("""
        [UnmanagedCallConv(CallConvs = [[|typeof(CallConvThiscall)|]])] [NativeFunction] public static partial int f();
        [UnmanagedCallConv(CallConvs = [[|typeof(CallConvThiscall)|]])] [NativeFunction] public static partial int g(double x, nint self);
        [UnmanagedCallConv(CallConvs = [[|typeof(CallConvThiscall)|]])] [NativeFunction] public static partial int h(CLong x);
        """, "FFI0018");

    [Fact]
    public Task FFI0018_DoesNotFire_OnThiscallWithAnObject() =>
        Declarations.VerifyFunction(
            """
            [UnmanagedCallConv(CallConvs = [typeof(CallConvThiscall)])] [NativeFunction] public static partial int f(int* self, double x);
            [UnmanagedCallConv(CallConvs = [typeof(CallConvThiscall)])] [NativeFunction] public static partial int g(in double self);
            [UnmanagedCallConv(CallConvs = [typeof(CallConvThiscall)])] [NativeFunction] public static partial int h([LastError] out int errno, string self);
            """
        );

    [Fact]
    public Task FFI0018_Fires_OnASecondConvention() =>
        Declarations.VerifyFunction(
            """
            [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl), [|typeof(CallConvStdcall)|]])] [NativeFunction] public static partial int f();
            """,
            "FFI0018");

    [Fact]
    public Task FFI0018_DoesNotFire_OnAConventionWithModifiers() => Declarations.VerifyFunction("""
        [UnmanagedCallConv(CallConvs = [typeof(CallConvThiscall), typeof(CallConvMemberFunction), typeof(CallConvSuppressGCTransition)])]
        [NativeFunction] public static partial int f(nint self);
        [UnmanagedCallConv(CallConvs = null)] [NativeFunction] public static partial int g();
        [UnmanagedCallConv] [NativeFunction] public static partial int h();
        """);

    [Theory]
    [InlineData("public int Value { [[|NativeFunction|]] get => 1; }")]
    [InlineData("public static Stray operator +(Stray a, Stray b) => a;", "[[|NativeFunction|]] ")]
    [InlineData("void IDisposable.Dispose() { }", "[[|NativeFunction(\"f\")|]] ")]
    [InlineData("void M() { [[|NativeFunction|]] void Local() { } Local(); }")]
    [InlineData("Action A = [[|NativeFunction|]] () => { };")]
    public Task FFI0022_Fires_OnWhatIsNoMethod(string member, string attribute = "") => Declarations.Verify($$"""
        public class Stray : IDisposable { {{attribute}}{{member}} {{(member.Contains("Dispose") ? "" : "public void Dispose() { }")}} }
        """.Replace("[|NativeFunction(\"f\")|]", "NativeFunction([|\"f\"|])"), "FFI0022");

    [Fact]
    public Task FFI0022_DoesNotFire_OnAnImplicitInterfaceImplementation() => Declarations.Verify("""
        public interface IVersioned { int Version(); }
        [NativeLibrary] public partial class Lib : IVersioned { [NativeFunction("version")] public partial int Version(); }
        """);

    [Fact]
    public Task FFI0023_Fires_OnAnExternMethod() => Declarations.VerifyFunction("""
        [NativeFunction("cos")] public static extern double [|Cos|](double x);
        [NativeFunction("sin"), DllImport("m", EntryPoint = "sin")] public static extern double [|Sin|](double x);
        """, "FFI0023");

    [Fact]
    public Task FFI0023_DoesNotFire_OnAnExternMethodBesideIt() => Declarations.VerifyFunction("""
        [NativeFunction("cos")] public static partial double Cos(double x);
        [DllImport("m", EntryPoint = "sin")] public static extern double Sin(double x);
        """);

    [Fact]
    public Task FFI0024_Fires_OnALibraryImport() => Declarations.VerifyFunction("""
        [NativeFunction("cos"), LibraryImport("m")] public static partial double [|{|CS8795:Cos|}|](double x);
        """, "FFI0024");

    [Fact]
    public Task FFI0024_DoesNotFire_OnALibraryImportAlone() => Declarations.VerifyFunction("""
        [LibraryImport("m")] public static partial double {|CS8795:Cos|}(double x);
        """);

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public Task FFI0026_Fires_OnMoreFixedParametersThanThereAre(int count) => Declarations.VerifyFunction($"""
        [NativeFunction("ioctl", Variadic = [|{count}|])] public static partial int Control(int file, uint request);
        """, "FFI0026");

    [Fact]
    public Task FFI0026_DoesNotFire_WhereAllParametersAreFixed() => Declarations.VerifyFunction("""
        [NativeFunction("ioctl", Variadic = 2)] public static partial int Control(int file, uint request);
        """);
}
