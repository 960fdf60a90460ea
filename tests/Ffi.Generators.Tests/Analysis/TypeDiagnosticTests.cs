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
    [InlineData(
        "struct S { public int A; public Inner In; } struct Inner { public System.Text.StringBuilder Text; }",
        "StringBuilder In.Text",
        "Use a pointer or nint")]
    [InlineData(
        "struct S { [FreedWith(\"free\")] public int A; public string B; }",
        "its field 'int A' is [FreedWith]",
        "Remove the attribute")]
    [InlineData("[InlineArray(4)] struct S { public bool Flag; }", "it is a buffer", "Use byte or ushort elements")]
    [InlineData(
        "struct S { public int A; public Inner In; } [InlineArray(4)] struct Inner { public string Text; }",
        "its field 'Inner In' is a buffer",
        "Use byte or ushort elements")]
    [InlineData(
        "unsafe struct S { private fixed char Letters[4]; public char this[int i] => Letters[i]; }",
        "char* Letters",
        "Use byte or ushort elements")]
    [InlineData("struct S { public int? Count; }", "int? Count", "Use a pointer or a number")]
    [InlineData("struct S { public decimal Price; }", "decimal Price", "Use your own struct")]
    [InlineData(
        "struct S { public string Name; [MarshalAs(UnmanagedType.Currency)] public decimal Price; }",
        "decimal Price",
        "Use your own struct")]
    [InlineData("struct S { public string Name; public Half Small; }", "System.Half Small", "Use a pointer or a number")]
    [InlineData("struct S { public RuntimeTypeHandle Type; }", "System.RuntimeTypeHandle Type", "Use a pointer or a number")]
    [InlineData("ref struct S { public ref int Target; }", "int Target", "Use a pointer or nint")]
    [InlineData("[StructLayout(LayoutKind.Auto)] struct S { public int A; }", "it has automatic layout", "LayoutKind.Sequential")]
    [InlineData("[StructLayout(LayoutKind.Auto)] struct S { public string A; }", "it has automatic layout", "LayoutKind.Sequential")]
    [InlineData(
        "struct S { public int A; public (int, int) Pair; }",
        "its field '(int, int) Pair' has automatic layout",
        "Declare a struct with the fields of the C struct in place of the tuple")]
    [InlineData(
        "struct S { public string A; public (int, int) Pair; }",
        "its field '(int, int) Pair' has automatic layout",
        "your own struct instead of a tuple")]
    [InlineData(
        "struct S { public int A; public Inner In; } struct Inner { public DateTime When; }",
        "its field 'System.DateTime In.When' has automatic layout",
        "such as long")]
    [InlineData("struct S { public string A; public DateTime When; }", "its field 'System.DateTime When' is a date", "such as long")]
    [InlineData(
        "struct S { [MarshalAs(UnmanagedType.ByValArray)] public int[] Values; }",
        "its field 'int[] Values' does not say",
        "Set SizeConst")]
    [InlineData(
        "struct S { [LengthFrom(\"Count\")] public int[] Values; public float Count; }",
        "its field 'int[] Values' does not say",
        "name a field that is a number")]
    [InlineData(
        "struct S { [LengthFrom(\"A\", \"B\")] public int[] Values; public int A, B; }",
        "its field 'int[] Values' does not say",
        "name a field that is a number")]
    [InlineData(
        "struct S { [LengthFrom(\"Count\")] public string Text; public int Count; }",
        "its field 'string Text' is [LengthFrom]",
        "Remove the attribute")]
    [InlineData(
        "struct S { [MarshalAs(UnmanagedType.ByValArray, SizeConst = 2)] public object[] Values; }",
        "its field 'object[] Values'",
        "Use a pointer")]
    [InlineData(
        "struct S { [MarshalAs(UnmanagedType.ByValArray, SizeConst = 2, ArraySubType = UnmanagedType.BStr)] public string[] Values; }",
        "its field 'string[] Values'", "Use a pointer")]
    [InlineData(
        "struct S { [MarshalAs(UnmanagedType.ByValArray)] public string[] Values; }",
        "its field 'string[] Values' does not say", "Set SizeConst")]
    [InlineData("struct S { public int[][] Values; }", "its field 'int[][] Values' is an array", "Use a pointer or nint")]
    [InlineData("struct S { public int[,] Values; }", "its field 'int[*,*] Values' is an array", "Use a pointer or nint")]
    [InlineData(
        "struct S { [MarshalAs(UnmanagedType.BStr)] public string Name; }",
        "its field 'string Name' has a [MarshalAs]",
        "Remove it")]
    [InlineData(
        "struct S { public string A; [MarshalAs(UnmanagedType.I8)] public int Number; }",
        "its field 'int Number' has a [MarshalAs]",
        "Remove it")]
    [InlineData(
        "[StructLayout(LayoutKind.Sequential, CharSet = CharSet.Auto)] struct S { public string Name; }",
        "its field 'string Name' depends on CharSet.Auto",
        "CharSet.Unicode, CharSet.Ansi or [MarshalAs]")]
    [InlineData(
        "struct S { public string A; private Outer.Inner B; } class Outer { internal class Node { public Node Next; } internal struct Inner { internal Node B; } }",
        "Outer.Node B.B",
        "Use a pointer or nint")]
    [InlineData(
        "struct S { public Node First; } [StructLayout(LayoutKind.Sequential)] class Node { public Node Next; }",
        "its field 'Node First.Next' is an object that contains itself",
        "Use nint")]
    [InlineData(
        "struct S { public Box<string> Text; } struct Box<T> { public T Value; }",
        "its field 'Box<string> Text' is generic",
        "Write a struct for each type")]
    [InlineData("struct S { public ConsoleKeyInfo Key; }", "char Key._keyChar", "Use ushort")]
    [InlineData("[StructLayout(LayoutKind.Sequential, Size = 16)] struct S;", "it has a size but no fields", "Pass it by ref")]
    [InlineData("struct S;", "it has no fields", "Give it the fields")]
    [InlineData(
        "struct S(string name) { public int A; public string Name => name; }",
        "its field 'string name' is a parameter of its primary constructor",
        "Declare a field")]
    [InlineData(
        "struct S(int a) { public int A() => a; }",
        "its field 'int a' is a parameter of its primary constructor",
        "Declare a field")]
    [InlineData(
        "struct S(int a) { public int B; public int A { get { return a; } set { a = value; } } }",
        "its field 'int a' is a parameter of its primary constructor",
        "Declare a field")]
    [InlineData(
        "struct S { public string T; public Inner In; } struct Inner(int a) { public int B; public int A() => this.B + a; }",
        "its field 'int In.a' is a parameter of its primary constructor",
        "Declare a field")]
    public async Task FFI0020_Fires_AndNamesTheField(string declaration, string field, string advice)
    {
        string source = $$"""
            [NativeLibrary("m")] static unsafe partial class Lib { [NativeFunction] internal static partial void f(int a, [|S|] b); }
            {{declaration}}
            """;
        await Declarations.Verify(source, "FFI0020");
        string message = await Declarations.Message(source.Replace("[|S|]", "S"));
        Assert.StartsWith("Parameter 'b' has type 'S', which has other bytes in C: ", message);
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
        string types =
            "public struct Holder { public (byte, long) Pair; } public struct Outer { public int A; public Holder B; } public struct Pair<T> { public T A, B; }";
        foreach (
            string how in (string[])
                ["{0}", "ref {0}", "in {0}", "out {0}", "Span<{0}>", "ReadOnlySpan<{0}>", "{0}[]", "Memory<{0}>", "PinnedBuffer<{0}>"])
        {
            string[] words = string.Format(how, $"[|{type}|]").Split(' ');
            string parameter = how.Contains(' ') ? string.Join(' ', words) : $"[|{string.Format(how, type)}|]";
            await Declarations.VerifyFunction($"{types} [NativeFunction] public static partial void f(int a, {parameter} b);", "FFI0020");
        }

        await Declarations.VerifyFunction($"{types} [NativeFunction] public static partial [|{type}|] f(int a);", "FFI0020");
        await Declarations.VerifyFunction($"{types} [NativeFunction] public static partial void f([|{type}*|] a);", "FFI0020");
        await Declarations.VerifyFunction(
            $"{types} [NativeFunction] public static partial void f([MarshalUsing(ConstantElementCount = 2)] out [|{type}[]|] a);",
            "FFI0020");
        await Declarations.VerifyFunction(
            $"{types} [NativeFunction] public static partial void f([|Action<{type}>|] a, [|Func<{type}>|] b);",
            "FFI0040");
        await Declarations.VerifyFunction(
            $"{types} public delegate void D(in {type} a); [NativeFunction] public static partial void f([|D|] a);",
            "FFI0040");
        await new AnalyzerHarness(new CallbackAnalyzer()).Verify(
            $"{types} class C {{ object M() => NativeCallback<{{|FFI0040:Action<{type}>|}}>.Create(a => {{ }}); }}");
        await new AnalyzerHarness(new CallSiteAnalyzer()).Verify(
            $"{types} class C {{ object M(NativeModule m) => m.{{|FFI2101:GetFunction|}}<{{|FFI0020:Action<{type}>|}}>(\"f\"); }}");
    }

    [Theory]
    [InlineData("ref int?")]
    [InlineData("in int?")]
    [InlineData("Span<int?>")]
    [InlineData("int?[]")]
    public Task FFI0019_Fires_OnNullableValues_ByReferenceToo(string type)
    {
        string[] words = type.Split(' ');
        return Declarations.VerifyFunction(
            $"[NativeFunction] public static partial void f({(words.Length > 1 ? words[0] + " " : "")}[|{words[^1]}|] a);",
            "FFI0019");
    }

    [Theory]
    [InlineData("ref")]
    [InlineData("in")]
    [InlineData("out")]
    public Task FFI0020_Fires_OnAStructWithoutFields_ByReference(string how) =>
        Declarations.VerifyFunction(
            $"public struct Empty; public struct Holder {{ public int A; public Empty B; }} [NativeFunction] public static partial void f({how} [|Empty|] a, {how} [|Holder|] b);",
            "FFI0020");

    [Theory]
    [InlineData("struct S(string name) { public string Name = name; public int Length => Name.Length; }")]
    [InlineData(
        "struct S(string name) { public string Name { get; } = name; public static int Of(string name) => name.Length; public S Renamed(S other) => new(name: other.Name); }"
    )]
    [InlineData("struct S(int A) { public int A = A; public int Twice => 2 * A; }")]
    [InlineData("record struct S(string Name) { public int Length => Name.Length; }")]
    [InlineData("struct S(int a) { public int A = a; public int Sum() { int a = A; return a; } }")]
    public Task FFI0020_DoesNotFire_OnAParameterThatOnlyInitializes(string declaration) => Declarations.Verify($$"""
        [NativeLibrary("m")] static partial class Lib { [NativeFunction] internal static partial void f(int a, S b, in S c); }
        {{declaration}}
        """);

    [Fact]
    public Task FFI0020_DoesNotFire_OnAHandleOrAnOpaqueStruct() =>
        Declarations.VerifyFunction(
            "public struct sqlite3; [StructLayout(LayoutKind.Sequential, Size = 40)] public struct Mutex; [NativeFunction] public static partial void f(sqlite3* a, ref Mutex b, Span<Mutex> c);"
        );

    [Theory]
    [InlineData("[MarshalAs(UnmanagedType.Bool)] public bool Flag;")]
    [InlineData("[MarshalAs(UnmanagedType.VariantBool)] public bool Flag;")]
    [InlineData("[MarshalAs(UnmanagedType.U1)] public char Letter;")]
    [InlineData("public string Text { get; init; } public readonly int Number; private bool _flag; public bool Flag => _flag;")]
    [InlineData("[MarshalAs(UnmanagedType.ByValTStr, SizeConst = 4)] public string Name;")]
    [InlineData("[MarshalAs(UnmanagedType.ByValArray, SizeConst = 4)] public int[] Values;")]
    [InlineData("[MarshalAs(UnmanagedType.ByValArray, SizeConst = 4)] public string[] Texts;")]
    [InlineData("[MarshalAs(UnmanagedType.ByValArray, SizeConst = 4, ArraySubType = UnmanagedType.LPStr)] public string[] Texts;")]
    [InlineData("[MarshalAs(UnmanagedType.ByValArray, SizeConst = 4, ArraySubType = UnmanagedType.VariantBool)] public bool[] Flags;")]
    [InlineData("[MarshalAs(UnmanagedType.ByValArray, SizeConst = 4)] public Inner[] Many; public struct Inner { public string Text; }")]
    [InlineData("public fixed bool Flags[4]; public fixed char Letters[8];")]
    [InlineData("[field: LengthFrom(nameof(Count))] public int[] Values { get; set; } public nuint Count { get; set; }")]
    [InlineData("public Microsoft.Win32.SafeHandles.SafeFileHandle File; public string Text;")]
    [InlineData("[Obsolete] public string Old;")]
    public Task FFI0020_DoesNotFire_OnAFieldThatIsConverted(string field) =>
        Declarations.VerifyFunction(
            $"public struct S {{ {field} }} [NativeFunction] public static partial S f(ref S a, Span<S> b, S c, out S d, in S e, [In, Out] S[] g);"
        );

    [Theory]
    [InlineData("private")]
    [InlineData("internal")]
    public Task FFI0020_DoesNotFire_OnAStructThatTheLibraryCanName(string accessibility) =>
        Declarations.VerifyFunction(
            $"{accessibility} struct S {{ public string Name; public Inner In; public struct Inner {{ public bool Flag; internal string Text {{ get; }} }} }} [NativeFunction] private static partial S f(ref S a, Span<S> b, S c);"
        );

    [Fact]
    public Task FFI0040_Fires_OnADelegateInAStructWhoseSignatureCannotCross() =>
        Declarations.VerifyFunction(
            "public struct S { public string A; public Inner B; } public struct Inner { public Action<object> B; } [NativeFunction] public static partial void f(in [|S|] a);",
            "FFI0040");

    [Fact]
    public Task FFI0040_DoesNotFire_OnADelegateInAStructThatNativeCodeCanCall() =>
        Declarations.VerifyFunction(
            "public struct S { public Action<int> A; public Func<bool, char> B; [MarshalAs(UnmanagedType.FunctionPtr)] public Action<nint> C; } [NativeFunction] public static partial void f(in S a, S[] b, ref S c);"
        );

    [Theory]
    [InlineData("out [|S|] a")]
    [InlineData("[Out] [|S[]|] a")]
    public async Task FFI0045_Fires_OnWhatCannotComeBack(string parameter)
    {
        foreach (string field in (string[])["int[] A", "string[] A", "NativeCallback<Action> A", "SafeHandle A", "Action A"])
        {
            await Declarations.VerifyFunction(
                $"public struct S {{ public int Count; public {field}; }} [NativeFunction] public static partial void f({parameter});",
                "FFI0045");
        }
    }

    [Fact]
    public async Task FFI0045_Fires_OnAResult_AndNamesTheField()
    {
        await Declarations.VerifyFunction(
            "public struct S { public Inner In; } public struct Inner { public int[] A; } [NativeFunction] public static partial [|S|] f();",
            "FFI0045");
        string message = await Declarations.Message(
            "[NativeLibrary(\"m\")] static partial class Lib { [NativeFunction] internal static partial S f(); } struct S { public Inner In; } struct Inner { public int[] A; }"
        );
        Assert.StartsWith(
            "The result of 'f' has type 'S', and its field 'int[] In.A' can't be converted back from what native code puts there.",
            message);
    }

    [Theory]
    [InlineData("ref S a, in S b, S c, S[] d, [In, Out] S[] e, Span<S> g")]
    [InlineData("out T a, [Out] T[] b")]
    public Task FFI0045_DoesNotFire_WhereTheFieldKeepsWhatItHas(string parameters) =>
        Declarations.VerifyFunction(
            $"public struct S {{ public int[] A; public NativeCallback<Action> B; }} public struct T {{ [LengthFrom(\"Count\")] public int[] A; public int Count; public string B; }} [NativeFunction] public static partial void f({parameters});"
        );

    [Theory]
    [InlineData("[|Span<S>|] a, S[] b, ReadOnlySpan<S> c")]
    [InlineData("[In, Out] [|S[]|] a, ref S b, out S c")]
    public Task FFI0038_Fires_OnStructsInASpanThatWouldHaveToBeFreed(string parameters) =>
        Declarations.VerifyFunction(
            $"public struct S {{ [FreedWith(\"drop\")] public string A; }} [NativeFunction] public static partial void f({parameters});",
            "FFI0038");

    [Fact]
    public async Task FFI0048_Fires_OnARetainedStructThatLends()
    {
        await Declarations.VerifyFunction(
            "public struct S { public int A; public Inner In; } public struct Inner { public string B; } [NativeFunction] public static partial void f([Retained] [|S|] a);",
            "FFI0048");
        string message = await Declarations.Message(
            "[NativeLibrary(\"m\")] static partial class Lib { [NativeFunction] internal static partial void f([Retained] S a); } struct S { public Inner In; } struct Inner { public string A; }"
        );
        Assert.StartsWith("Parameter 'a' is [Retained], but its field 'string In.A' is valid only during the call.", message);
    }

    [Fact]
    public Task FFI0048_DoesNotFire_OnARetainedStructThatHoldsItsOwn() =>
        Declarations.VerifyFunction(
            "public struct S { public bool A; public NativeCallback<Action> B; public nint C; } [NativeFunction] public static partial void f([Retained] S a);"
        );

    [Fact]
    public Task FFI0019_Fires_OnAnObjectThatIsNoPlainParameter() =>
        Declarations.VerifyFunction(
            "[StructLayout(LayoutKind.Sequential)] public class C { public string A; } [NativeFunction] public static partial [|C|] f(ref [|C|] a, out [|C|] b, [|C[]|] c, C d);",
            "FFI0019");

    [Theory]
    [InlineData("[MarshalAs(UnmanagedType.U1)] public bool Flag;")]
    [InlineData("[MarshalAs(UnmanagedType.U2)] public char Letter;")]
    [InlineData("[MarshalAs(UnmanagedType.I4)] public int Number; [MarshalAs(UnmanagedType.I4)] public DayOfWeek Day;")]
    public Task FFI0020_DoesNotFire_OnAFieldThatIsMarshalledAnyway(string field) => Declarations.VerifyFunction(
        $"public struct S {{ {field} }} [NativeFunction] public static partial void f(ref S a, Span<S> b);");

    [Fact]
    public Task FFI0020_DoesNotFire_OnACharSetThatIsHeeded() =>
        Declarations.VerifyFunction(
            "[StructLayout(LayoutKind.Sequential, CharSet = CharSet.Ansi)] public struct S { public char Letter; } [NativeFunction] public static partial void f(ref S a);"
        );

    [Theory]
    [InlineData("struct S { public byte Flag; public ushort Letter; }")]
    [InlineData("[StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)] struct S { public char Letter; }")]
    [InlineData("[StructLayout(LayoutKind.Explicit)] struct S { [FieldOffset(0)] public long A; [FieldOffset(0)] public double B; }")]
    [InlineData("[InlineArray(4)] struct S { int _element; }")]
    [InlineData("unsafe struct S { public fixed byte Name[16]; public bool* Flag; public delegate* unmanaged<bool, void> Call; }")]
    [InlineData(
        "struct S { public static object Shared; public const bool C = true; public int A; public Pair<int> B; } struct Pair<T> { public T A, B; }"
    )]
    public Task FFI0020_DoesNotFire_OnTheSameBytes(string declaration) =>
        Declarations.Verify(
            $$"""
            [NativeLibrary("m")] static unsafe partial class Lib { [NativeFunction] internal static partial S f(S b); }
            {{declaration}}
            """
        );

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
        string message = await Declarations.Message(
            """[NativeLibrary("m")] static partial class Lib { [NativeFunction] internal static partial void f(out string a); }"""
        );
        Assert.Equal(
            "Parameter 'a' is 'out string', and nothing says who frees the text that native code puts there. Say who frees it with [FreedWith(\"symbol\")], "
            + "name a marshaller that does, such as [MarshalUsing(typeof(Utf8StringMarshaller))], or declare 'out nint' and copy the text.",
            message);
    }

    [Fact]
    public Task FFI0034_DoesNotFire_OnTextWithAMarshaller() =>
        Declarations.VerifyFunction(
            "[NativeFunction] public static partial void f([MarshalUsing(typeof(Utf8StringMarshaller))] out string a, [MarshalUsing(typeof(Utf16StringMarshaller))] ref string b);"
        );
}
