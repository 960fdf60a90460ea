using Ffi.Generators.Analysis;
using Ffi.Generators.Tests.Testing;

namespace Ffi.Generators.Tests.Analysis;

public class TypeDiagnosticTests
{
    [Theory]
    [InlineData("object")]
    [InlineData("dynamic")]
    [InlineData("List<int>")]
    [InlineData("IDisposable")]
    [InlineData("Nullable<int>")]
    [InlineData("int?")]
    [InlineData("decimal")]
    [InlineData("Half")]
    [InlineData("Int128")]
    [InlineData("System.Runtime.Intrinsics.Vector128<int>")]
    [InlineData("int[,]")]
    [InlineData("object[]")]
    [InlineData("Span<object>")]
    [InlineData("delegate*<int, int>")]
    public async Task FFI0019_Fires_OnATypeThatCDoesNotHave(string type)
    {
        await Declarations.VerifyFunction($"[NativeFunction] public static partial void f(int a, [|{type}|] b);", "FFI0019");
        if (!type.Contains("Span"))
        {
            await Declarations.VerifyFunction($"[NativeFunction] public static partial [|{type}|] f(int a);", "FFI0019");
        }
    }

    [Theory]
    [InlineData("Span<int>")]
    [InlineData("int[]")]
    [InlineData("Memory<byte>")]
    public Task FFI0019_Fires_OnAResultWithoutALength(string type) => Declarations.VerifyFunction(
        $"[NativeFunction] public static partial [|{type}|] f();", "FFI0019");

    [Theory]
    [InlineData("nint")]
    [InlineData("byte*")]
    [InlineData("void*")]
    [InlineData("delegate* unmanaged<int, int>")]
    [InlineData("delegate* unmanaged[Cdecl]<byte*, void>")]
    [InlineData("DayOfWeek")]
    [InlineData("CLong")]
    [InlineData("NFloat")]
    [InlineData("Guid")]
    [InlineData("System.Numerics.Vector4")]
    [InlineData("KeyValuePair<int, int>")]
    [InlineData("ref decimal")]
    [InlineData("in Half")]
    [InlineData("Span<decimal>")]
    [InlineData("Index")]
    [InlineData("Range")]
    [InlineData("TimeSpan")]
    [InlineData("DateOnly")]
    [InlineData("Rune")]
    [InlineData("GCHandle")]
    [InlineData("ValueTuple<int>")]
    [InlineData("System.Numerics.Vector2")]
    [InlineData("System.Numerics.Vector3")]
    [InlineData("System.Numerics.Quaternion")]
    [InlineData("System.Numerics.Matrix4x4")]
    [InlineData("System.Numerics.Complex")]
    [InlineData("ref System.Numerics.Vector<float>")]
    [InlineData("Span<System.Runtime.Intrinsics.Vector256<byte>>")]
    [InlineData("Action<Guid, TimeSpan>")]
    [InlineData("out Int128")]
    [InlineData("ReadOnlyMemory<ulong>")]
    public Task FFI0019_DoesNotFire_OnATypeThatCHas(string type) => Declarations.VerifyFunction(
        $"[NativeFunction] public static partial void f(int a, {type} b);");

    [Theory]
    [InlineData("struct S { public int A; public object B; }", "object B", "Use a pointer or nint")]
    [InlineData("struct S { public int A; public Inner In; } struct Inner { public string Text; }", "string In.Text", "Use a pointer or nint")]
    [InlineData("struct S { public bool Flag; }", "bool Flag", "Use byte")]
    [InlineData("struct S { public char Letter; }", "char Letter", "Use ushort")]
    [InlineData("struct S { public bool Flag { get; } }", "bool Flag", "Use byte")]
    [InlineData("unsafe struct S { public fixed bool Flags[4]; }", "bool Flags", "Use byte")]
    [InlineData("[InlineArray(4)] struct S { public bool Flag; }", "bool Flag", "Use byte")]
    [InlineData("struct S { public int? Count; }", "int? Count", "Use a pointer or a number")]
    [InlineData("struct S { public decimal Price; }", "decimal Price", "Use a pointer or a number")]
    [InlineData("struct S { public RuntimeTypeHandle Type; }", "System.RuntimeTypeHandle Type", "Use a pointer or a number")]
    [InlineData("ref struct S { public ref int Target; }", "int Target", "Use a pointer or nint")]
    [InlineData("[StructLayout(LayoutKind.Auto)] struct S { public int A; }", "it has automatic layout", "LayoutKind.Sequential")]
    [InlineData("struct S { public int A; public (int, int) Pair; }", "its field '(int, int) Pair' has automatic layout", "Declare a struct with the fields of the C struct in place of the tuple")]
    [InlineData("struct S { public int A; public Inner In; } struct Inner { public DateTime When; }", "its field 'System.DateTime In.When' has automatic layout", "such as long")]
    [InlineData("struct S { [MarshalAs(UnmanagedType.ByValArray, SizeConst = 4)] public int[] Values; }", "its field 'int[] Values' is marshalled into the struct", "Use a 'fixed' buffer or a struct with [InlineArray]")]
    [InlineData("struct S { [MarshalAs(UnmanagedType.ByValTStr, SizeConst = 4)] public string Name; }", "its field 'string Name' is marshalled into the struct", "Use a 'fixed' buffer or a struct with [InlineArray]")]
    [InlineData("struct S { [MarshalAs(UnmanagedType.Bool)] public bool Flag; }", "its field 'bool Flag' is marshalled", "Write the C type's own C# type")]
    [InlineData("struct S { public ConsoleKeyInfo Key; }", "char Key._keyChar", "Use ushort")]
    [InlineData("[StructLayout(LayoutKind.Sequential, Size = 16)] struct S;", "it has a size and no fields", "Pass it by ref")]
    [InlineData("struct S;", "it has no fields", "Give it the fields")]
    public async Task FFI0020_Fires_AndNamesTheField(string declaration, string field, string advice)
    {
        string source = $$"""
            [NativeLibrary("m")] static unsafe partial class Lib { [NativeFunction] internal static partial void f(int a, [|S|] b); }
            {{declaration}}
            """;
        await Declarations.Verify(source, "FFI0020");
        string message = await Declarations.Message(source.Replace("[|S|]", "S"));
        Assert.StartsWith("Parameter 'b' has type 'S', which is not the same bytes in C: ", message);
        Assert.True(message.Contains(field), message);
        Assert.Contains(advice, message);
        Assert.EndsWith(".", message);
    }

    [Theory]
    [InlineData("(byte, long, byte)")]
    [InlineData("ValueTuple<int, int>")]
    [InlineData("(int, int, int, int, int, int, int, int)")]
    [InlineData("DateTime")]
    [InlineData("DateTimeOffset")]
    [InlineData("Holder")]
    [InlineData("Outer")]
    [InlineData("Pair<DateTime>")]
    public async Task FFI0020_Fires_OnAutomaticLayout_HoweverItCrosses(string type)
    {
        string types = "public struct Holder { public (byte, long) Pair; } public struct Outer { public int A; public Holder B; } public struct Pair<T> { public T A, B; }";
        foreach (string how in (string[])["{0}", "ref {0}", "in {0}", "out {0}", "Span<{0}>", "ReadOnlySpan<{0}>", "{0}[]", "Memory<{0}>", "PinnedBuffer<{0}>"])
        {
            string[] words = string.Format(how, $"[|{type}|]").Split(' ');
            string parameter = how.Contains(' ') ? string.Join(' ', words) : $"[|{string.Format(how, type)}|]";
            await Declarations.VerifyFunction($"{types} [NativeFunction] public static partial void f(int a, {parameter} b);", "FFI0020");
        }

        await Declarations.VerifyFunction($"{types} [NativeFunction] public static partial [|{type}|] f(int a);", "FFI0020");
        await Declarations.VerifyFunction($"{types} [NativeFunction] public static partial void f([|{type}*|] a);", "FFI0020");
        await Declarations.VerifyFunction($"{types} [NativeFunction] public static partial void f([MarshalUsing(ConstantElementCount = 2)] out [|{type}[]|] a);", "FFI0020");
        await Declarations.VerifyFunction($"{types} [NativeFunction] public static partial void f([|Action<{type}>|] a, [|Func<{type}>|] b);", "FFI0040");
        await Declarations.VerifyFunction($"{types} public delegate void D(in {type} a); [NativeFunction] public static partial void f([|D|] a);", "FFI0040");
        await new AnalyzerHarness(new CallbackAnalyzer()).Verify($"{types} class C {{ object M() => NativeCallback<{{|FFI0040:Action<{type}>|}}>.Create(a => {{ }}); }}");
        await new AnalyzerHarness(new CallSiteAnalyzer()).Verify($"{types} class C {{ object M(NativeModule m) => m.{{|FFI2101:GetFunction|}}<{{|FFI0020:Action<{type}>|}}>(\"f\"); }}");
    }

    [Theory]
    [InlineData("ref int?")]
    [InlineData("in int?")]
    [InlineData("Span<int?>")]
    [InlineData("int?[]")]
    public Task FFI0019_Fires_OnNullableValues_ByReferenceToo(string type)
    {
        string[] words = type.Split(' ');
        return Declarations.VerifyFunction($"[NativeFunction] public static partial void f({(words.Length > 1 ? words[0] + " " : "")}[|{words[^1]}|] a);", "FFI0019");
    }

    [Theory]
    [InlineData("ref")]
    [InlineData("in")]
    [InlineData("out")]
    public Task FFI0020_Fires_OnAStructWithoutFields_ByReference(string how) => Declarations.VerifyFunction(
        $"public struct Empty; public struct Holder {{ public int A; public Empty B; }} [NativeFunction] public static partial void f({how} [|Empty|] a, {how} [|Holder|] b);", "FFI0020");

    [Fact]
    public Task FFI0020_DoesNotFire_OnAHandleOrAnOpaqueStruct() => Declarations.VerifyFunction(
        "public struct sqlite3; [StructLayout(LayoutKind.Sequential, Size = 40)] public struct Mutex; [NativeFunction] public static partial void f(sqlite3* a, ref Mutex b, Span<Mutex> c);");

    [Theory]
    [InlineData("[MarshalAs(UnmanagedType.Bool)] public bool Flag;")]
    [InlineData("[MarshalAs(UnmanagedType.VariantBool)] public bool Flag;")]
    [InlineData("[MarshalAs(UnmanagedType.U1)] public char Letter;")]
    [InlineData("[MarshalAs(UnmanagedType.I8)] public int Number;")]
    public Task FFI0020_Fires_OnAConvertedField_ByReference(string field) => Declarations.VerifyFunction(
        $"public struct S {{ {field} }} [NativeFunction] public static partial void f(ref [|S|] a, [|Span<S>|] b);", "FFI0020");

    [Theory]
    [InlineData("[MarshalAs(UnmanagedType.U1)] public bool Flag;")]
    [InlineData("[MarshalAs(UnmanagedType.U2)] public char Letter;")]
    [InlineData("[MarshalAs(UnmanagedType.I4)] public int Number; [MarshalAs(UnmanagedType.I4)] public DayOfWeek Day;")]
    public Task FFI0020_DoesNotFire_OnAFieldThatIsMarshalledAnyway(string field) => Declarations.VerifyFunction(
        $"public struct S {{ {field} }} [NativeFunction] public static partial void f(ref S a, Span<S> b);");

    [Fact]
    public Task FFI0020_Fires_OnACharSetThatNobodyHeeds() => Declarations.VerifyFunction(
        "[StructLayout(LayoutKind.Sequential, CharSet = CharSet.Ansi)] public struct S { public char Letter; } [NativeFunction] public static partial void f(ref [|S|] a);", "FFI0020");

    [Theory]
    [InlineData("struct S { public byte Flag; public ushort Letter; }")]
    [InlineData("[StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)] struct S { public char Letter; }")]
    [InlineData("[StructLayout(LayoutKind.Explicit)] struct S { [FieldOffset(0)] public long A; [FieldOffset(0)] public double B; }")]
    [InlineData("[InlineArray(4)] struct S { int _element; }")]
    [InlineData("unsafe struct S { public fixed byte Name[16]; public bool* Flag; public delegate* unmanaged<bool, void> Call; }")]
    [InlineData("struct S { public static object Shared; public const bool C = true; public int A; public Pair<int> B; } struct Pair<T> { public T A, B; }")]
    public Task FFI0020_DoesNotFire_OnTheSameBytes(string declaration) => Declarations.Verify($$"""
        [NativeLibrary("m")] static unsafe partial class Lib { [NativeFunction] internal static partial S f(S b); }
        {{declaration}}
        """);

    [Fact]
    public Task FFI0020_DoesNotFire_WhereRuntimeMarshallingIsOff() => Declarations.Verify("""
        [assembly: DisableRuntimeMarshalling]
        [NativeLibrary("m")] static partial class Lib { [NativeFunction] internal static partial S f(S b); }
        struct S { public bool Flag; public char Letter; }
        """);

    [Fact]
    public Task FFI0020_DoesNotFire_OnAStructThatIsPointedAt() => Declarations.Verify("""
        [NativeLibrary("m")] static partial class Lib { [NativeFunction] internal static partial void f(ref S a, Span<S> b, S[] c); }
        struct S { public bool Flag; public char Letter; }
        """);

    [Theory]
    [InlineData("UnmanagedType.LPStr", "int")]
    [InlineData("UnmanagedType.I8", "int")]
    [InlineData("UnmanagedType.I4", "bool")]
    public Task FFI0021_Fires_OnAMarshalAsOfAnotherType(string unmanaged, string type) => Declarations.VerifyFunction(
        $"[NativeFunction] public static partial void f([MarshalAs({unmanaged})] [|{type}|] a);", "FFI0021");

    [Theory]
    [InlineData("UnmanagedType.Bool", "bool")]
    [InlineData("UnmanagedType.U1", "bool")]
    [InlineData("UnmanagedType.I4", "int")]
    [InlineData("UnmanagedType.U2", "char")]
    public Task FFI0021_DoesNotFire_OnAMarshalAsThatFits(string unmanaged, string type) => Declarations.VerifyFunction(
        $"[NativeFunction] [return: MarshalAs({unmanaged})] public static partial {type} f([MarshalAs({unmanaged})] {type} a);");

    [Theory]
    [InlineData("{|CS7055:UnmanagedType.ByValArray|}", "int[]")]
    [InlineData("{|CS7055:UnmanagedType.ByValTStr|}", "string")]
    [InlineData("UnmanagedType.VBByRefStr", "string")]
    public Task FFI0021_Fires_OnAMarshalAsOfWhatCrossesWithoutIt(string unmanaged, string type) => Declarations.VerifyFunction(
        $"[NativeFunction] public static partial void f([MarshalAs({unmanaged})] [|{type}|] a);", "FFI0021");

    [Fact]
    public async Task FFI0034_Fires_OnTextByReference_AndSaysWhatToDo()
    {
        await Declarations.VerifyFunction("[NativeFunction] public static partial void f(out [|string|] a, ref [|string|] b);", "FFI0034");
        string message = await Declarations.Message("""[NativeLibrary("m")] static partial class Lib { [NativeFunction] internal static partial void f(out string a); }""");
        Assert.Equal(
            "Parameter 'a' is 'out string', and nothing says who frees the text that native code puts there. Say who frees it with [FreedWith(\"symbol\")], "
            + "name a marshaller that does, such as [MarshalUsing(typeof(Utf8StringMarshaller))], or declare 'out nint' and copy the text.",
            message);
    }

    [Fact]
    public Task FFI0034_DoesNotFire_OnTextWithAMarshaller() => Declarations.VerifyFunction(
        "[NativeFunction] public static partial void f([MarshalUsing(typeof(Utf8StringMarshaller))] out string a, [MarshalUsing(typeof(Utf16StringMarshaller))] ref string b);");
}
