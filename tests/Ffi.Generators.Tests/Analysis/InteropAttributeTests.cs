using System.Reflection;
using System.Runtime.InteropServices;
using Ffi.Generators.Analysis;
using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Tests.Analysis;

/// <summary>Each property of the framework's interop attributes is heeded, refused, or has nothing to do with calls. The tables are held
/// against the running framework, so that a property which a later one adds fails here.</summary>
public class InteropAttributeTests
{
    private const string Com = "COM's";
    private const string Compiler = "the compiler's";

    private static readonly Dictionary<string, string> s_ofOthers = new()
    {
        ["AllowReversePInvokeCalls"] = "no effect in .NET",
        ["AutomationProxy"] = Com,
        ["ClassInterface"] = Com,
        ["CoClass"] = Com,
        ["ComAliasName"] = Com,
        ["ComCompatibleVersion"] = Com,
        ["ComConversionLoss"] = Com,
        ["ComDefaultInterface"] = Com,
        ["ComEventInterface"] = Com,
        ["ComExposedClass`1"] = Com,
        ["ComImport"] = Com,
        ["ComRegisterFunction"] = Com,
        ["ComSourceInterfaces"] = Com,
        ["ComUnregisterFunction"] = Com,
        ["ComVisible"] = Com,
        ["DefaultParameterValue"] = Compiler,
        ["DispId"] = Com,
        ["DynamicInterfaceCastableImplementation"] = "casts'",
        ["GeneratedComClass"] = Com,
        ["GeneratedComInterface"] = Com,
        ["GeneratedComInterface.ExceptionToUnmanagedMarshaller"] = Com,
        ["GeneratedComInterface.Options"] = Com,
        ["GeneratedComInterface.StringMarshalling"] = Com,
        ["GeneratedComInterface.StringMarshallingCustomType"] = Com,
        ["Guid"] = Com,
        ["IUnknownDerived`2"] = Com,
        ["ImportedFromTypeLib"] = Com,
        ["InterfaceType"] = Com,
        ["ManagedToNativeComInteropStub"] = Com,
        ["Optional"] = Compiler,
        ["PrimaryInteropAssembly"] = Com,
        ["ProgId"] = Com,
        ["TypeIdentifier"] = Com,
        ["TypeLibFunc"] = Com,
        ["TypeLibImportClass"] = Com,
        ["TypeLibType"] = Com,
        ["TypeLibVar"] = Com,
        ["TypeLibVersion"] = Com,
        ["TypeMapAssemblyTarget`1"] = "casts'",
        ["TypeMapAssociation`1"] = "casts'",
        ["TypeMap`1"] = "casts'",
    };

    // What is said of a declaration that uses the property: nothing where it is heeded.
    private static readonly Dictionary<string, string> s_ofCalls = new()
    {
        ["UnmanagedFunctionPointer"] = Callback("[UnmanagedFunctionPointer(CallingConvention.Cdecl)] public delegate int D(int a);", "D"),
        ["UnmanagedFunctionPointer.CharSet"] = Callback(
            "[UnmanagedFunctionPointer(CallingConvention.Winapi, CharSet = CharSet.Ansi)] public delegate int D(string a);",
            "{|FFI0033:D|}"),
        ["UnmanagedFunctionPointer.SetLastError"] = Callback(
            "[UnmanagedFunctionPointer(CallingConvention.Winapi, SetLastError = true)] public delegate int D(int a);",
            "{|FFI0033:D|}"),
        ["UnmanagedFunctionPointer.BestFitMapping"] = Callback(
            "[UnmanagedFunctionPointer(CallingConvention.Winapi, BestFitMapping = true)] public delegate int D(string a);",
            "{|FFI0033:D|}"),
        ["UnmanagedFunctionPointer.ThrowOnUnmappableChar"] = Callback(
            "[UnmanagedFunctionPointer(CallingConvention.Winapi, ThrowOnUnmappableChar = true)] public delegate int D(string a);",
            "{|FFI0033:D|}"),
        ["BestFitMapping"] =
            "[NativeLibrary(\"m\"), BestFitMapping(true)] public static partial class Lib { [NativeFunction] public static partial void {|FFI0033:f|}(string a); }",
        ["BestFitMapping.ThrowOnUnmappableChar"] =
            "[assembly: BestFitMapping(false, ThrowOnUnmappableChar = true)] [NativeLibrary(\"m\")] public static partial class Lib { [NativeFunction] public static partial void {|FFI0033:f|}(string a); }",
        ["DefaultCharSet"] =
            "[module: DefaultCharSet(CharSet.Unicode)] [NativeLibrary(\"m\")] public static partial class Lib { [NativeFunction] public static partial void {|FFI0033:f|}(string a); }",
        ["DefaultDllImportSearchPaths"] = """
            [NativeLibrary("m")] public static partial class Lib
            {
                [NativeFunction, DefaultDllImportSearchPaths(DllImportSearchPath.System32)] public static partial void f();
                [NativeFunction, DefaultDllImportSearchPaths(DllImportSearchPath.System32)] public static partial void g();
                [NativeFunction, DefaultDllImportSearchPaths(DllImportSearchPath.UserDirectories)] public static partial void {|FFI0033:h|}();
                [NativeFunction] public static partial void i();
            }
            """,
        ["DllImport"] = Function("[DllImport(\"n\")] public static partial void {|FFI0024:f|}();"),
        ["LibraryImport"] = Function("[LibraryImport(\"n\")] public static partial void {|FFI0024:f|}();"),
        ["FieldOffset"] =
            "[StructLayout(LayoutKind.Explicit)] public struct S { [FieldOffset(4)] public int A; }"
            + Function("public static partial void f(S a);"),
        ["In"] = Function("public static partial void f([In] ref int a, [In] int[] b, [In] out {|FFI0033:int|} c);"),
        ["Out"] = Function(
            "public static partial void f([Out] int[] a, [In, Out] ref int b, [Out] Span<int> c, [Out] in {|FFI0033:int|} d, [Out] {|FFI0033:string|} e, [Out] {|FFI0033:ReadOnlySpan<int>|} g);"
        ),
        ["LCIDConversion"] = Function("[LCIDConversion(0)] public static partial void {|FFI0033:f|}(int a);"),
        ["PreserveSig"] = Function("[PreserveSig] public static partial int f();"),
        ["SuppressGCTransition"] =
            Function("[SuppressGCTransition] public static partial int f();") + Method("[SuppressGCTransition]", "{|FFI0033:F|}"),
        ["UnmanagedCallersOnly"] = Method("[UnmanagedCallersOnly]", "{|FFI0033:F|}"),
        ["UnmanagedCallersOnly.EntryPoint"] = Method("[UnmanagedCallersOnly(EntryPoint = \"f\")]", "{|FFI0033:F|}"),
        ["UnmanagedCallersOnly.CallConvs"] = Method("[UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]", "{|FFI0033:F|}"),
        ["UnmanagedCallConv"] = Function("[UnmanagedCallConv] public static partial int f();"),
        ["UnmanagedCallConv.CallConvs"] =
            Method("[UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]", "F")
            + Method("[UnmanagedCallConv(CallConvs = [typeof(CallConvSwift)])]", "{|FFI0040:F|}").Replace("class C", "class D")
            + Method("[UnmanagedCallConv(CallConvs = [typeof(CallConvSuppressGCTransition)])]", "{|FFI0033:F|}")
                .Replace("class C", "class E"),
        ["WasmImportLinkage"] = Function("[WasmImportLinkage] public static partial void {|FFI0033:f|}();"),
        ["StructLayout"] =
            "[StructLayout(LayoutKind.Auto)] public struct S { public int A; }"
            + Function("public static partial void f({|FFI0020:S|} a);"),
        ["StructLayout.CharSet"] =
            "[StructLayout(LayoutKind.Sequential, CharSet = CharSet.Auto)] public struct S { public char A; }"
            + Function("public static partial void f(ref {|FFI0020:S|} a);"),
        ["StructLayout.Pack"] =
            "[StructLayout(LayoutKind.Sequential, Pack = 1)] public struct S { public byte A; public int B; }"
            + Function("public static partial S f(S a);"),
        ["StructLayout.Size"] =
            "[StructLayout(LayoutKind.Sequential, Size = 16)] public struct S { public int A; }"
            + Function("public static partial void f(ref S a);"),
        ["MarshalAs"] = Function(
            "public static partial void f([MarshalAs(UnmanagedType.I4)] int a, [MarshalAs(UnmanagedType.I8)] {|FFI0021:int|} b);"),
        ["MarshalAs.ArraySubType"] = Function(
            "public static partial void f([MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.I4)] int[] a, [MarshalAs(UnmanagedType.I4, ArraySubType = UnmanagedType.I4)] {|FFI0033:int|} b);"
        ),
        ["MarshalAs.SizeConst"] = Function(
            "public static partial void f([MarshalAs(UnmanagedType.LPArray, SizeConst = 4)] int[] a, [MarshalAs(UnmanagedType.I4, SizeConst = 4)] {|FFI0033:int|} b);"
        ),
        ["MarshalAs.SizeParamIndex"] = Function(
            "public static partial void f([MarshalAs(UnmanagedType.LPArray, SizeParamIndex = 2)] int[] a, [MarshalAs(UnmanagedType.LPArray, SizeParamIndex = 3)] {|FFI0033:int[]|} b, int c);"
        ),
        ["MarshalAs.IidParameterIndex"] = Function(
            "public static partial void f([MarshalAs(UnmanagedType.I4, IidParameterIndex = 0)] {|FFI0033:int|} a);"),
        ["MarshalAs.MarshalCookie"] = Custom(
            "public static partial void f([MarshalAs(UnmanagedType.CustomMarshaler, MarshalTypeRef = typeof(M), MarshalCookie = \"a\")] string a, [MarshalAs(UnmanagedType.I4, MarshalCookie = \"a\")] {|FFI0033:int|} b);"
        ),
        ["MarshalAs.MarshalType"] = Function(
            "public static partial void f([MarshalAs(UnmanagedType.CustomMarshaler, MarshalType = \"a\")] {|FFI0033:string|} a);"),
        ["MarshalAs.MarshalTypeRef"] = Custom(
            "public static partial void f([MarshalAs(UnmanagedType.CustomMarshaler, MarshalTypeRef = typeof(M))] string a, [MarshalAs(UnmanagedType.CustomMarshaler, MarshalTypeRef = typeof(int))] {|FFI0027:string|} b, [MarshalAs(UnmanagedType.I4, MarshalTypeRef = typeof(M))] {|FFI0033:int|} c);"
        ),
        ["MarshalAs.SafeArraySubType"] = Function(
            "public static partial void f([MarshalAs(UnmanagedType.SafeArray, SafeArraySubType = VarEnum.VT_I4)] {|FFI0033:int[]|} a);"),
        ["MarshalAs.SafeArrayUserDefinedSubType"] = Function(
            "public static partial void f([MarshalAs(UnmanagedType.SafeArray, SafeArrayUserDefinedSubType = typeof(int))] {|FFI0033:int[]|} a);"
        ),
        ["MarshalUsing"] = Function(
            "public static partial void f([MarshalUsing(typeof(Utf8StringMarshaller))] string a, [MarshalUsing(typeof(Utf8StringMarshaller)), MarshalAs(UnmanagedType.LPStr)] {|FFI0033:string|} b);"
        ),
        ["MarshalUsing.CountElementName"] = Function(
            "public static partial void f([MarshalUsing(CountElementName = \"c\")] out int[] a, [MarshalUsing(CountElementName = \"d\")] out {|FFI0033:int[]|} b, int c);"
        ),
        ["MarshalUsing.ConstantElementCount"] = Function(
            "public static partial void f([MarshalUsing(ConstantElementCount = 3)] out int[] a, [MarshalUsing(ConstantElementCount = 3)] {|FFI0033:int|} b);"
        ),
        ["MarshalUsing.ElementIndirectionDepth"] = Function(
            "public static partial void f([MarshalUsing(typeof(Utf8StringMarshaller), ElementIndirectionDepth = 1)] string[] a, [MarshalUsing(typeof(Utf8StringMarshaller), ElementIndirectionDepth = 2)] {|FFI0033:string[]|} b);"
        ),
        ["NativeMarshalling"] = Marshalled("public static partial void f(S a, [MarshalAs(UnmanagedType.Struct)] {|FFI0033:S|} b);"),
        ["CustomMarshaller"] = Marshalled("public static partial void f(S a, out {|FFI0027:S|} b);"),
        ["ContiguousCollectionMarshaller"] = Function("public static partial void f([MarshalUsing(typeof(ArrayMarshaller<,>))] int[] a);"),
    };

    public static TheoryData<string> OfCalls => new(s_ofCalls.Keys.Except(s_refusedAsAWhole));

    // Every property of an attribute that is refused is refused with it.
    private static readonly string[] s_refusedAsAWhole =
    [
        "DllImport.BestFitMapping", "DllImport.CallingConvention", "DllImport.CharSet", "DllImport.EntryPoint", "DllImport.ExactSpelling",
        "DllImport.PreserveSig", "DllImport.SetLastError", "DllImport.ThrowOnUnmappableChar", "LibraryImport.EntryPoint",
        "LibraryImport.SetLastError", "LibraryImport.StringMarshalling",
        "LibraryImport.StringMarshallingCustomType",
    ];

    [Fact]
    public void EveryProperty_IsInATable()
    {
        IEnumerable<string> all = new[] { typeof(object).Assembly, Assembly.Load("System.Runtime.InteropServices") }
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => typeof(Attribute).IsAssignableFrom(type)
                && type.Namespace is "System.Runtime.InteropServices" or "System.Runtime.InteropServices.Marshalling")
            .SelectMany(PropertiesOf);

        string[] known = [.. s_ofOthers.Keys, .. s_ofCalls.Keys, .. s_refusedAsAWhole];
        Assert.Equal([], all.Except(known).Order());
        Assert.Equal([], known.Except(all).Order());
    }

    [Theory, MemberData(nameof(OfCalls))]
    public async Task Property_IsHeededOrRefused(string property)
    {
        string snippet = s_ofCalls[property];
        MarkedSource source = MarkedSource.Parse(snippet, null);
        var functions = new AnalyzerHarness(new FunctionAnalyzer())
        {
            Generators = [new FunctionGenerator(), new CallbackGenerator(), new CounterpartGenerator()],
        };
        var callbacks = new AnalyzerHarness(new CallbackAnalyzer())
        {
            Generators = [new FunctionGenerator(), new CallbackGenerator(), new CounterpartGenerator()],
        };
        Diagnostic[] all = [.. await functions.Analyze(source.Text), .. await callbacks.Analyze(source.Text)];
        Assert.DoesNotContain(
            all,
            diagnostic => diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true);
        ExpectedDiagnostic[] found =
        [
            .. all.Where(diagnostic => diagnostic.Id.StartsWith("FFI", StringComparison.Ordinal))
                .Select(diagnostic => new ExpectedDiagnostic(diagnostic.Id, diagnostic.Location.SourceSpan))
                .Distinct()
                .OrderBy(diagnostic => diagnostic.Span.Start),
        ];
        Assert.Equal(
            source.Expected.OrderBy(diagnostic => diagnostic.Span.Start).Select(d => d.ToString()),
            found.Select(d => d.ToString()));
    }

    [Theory]
    [InlineData("[UnmanagedFunctionPointer(CallingConvention.Winapi, CharSet = CharSet.Unicode)] public delegate int D(string a, char b);")]
    [InlineData("[UnmanagedFunctionPointer(CallingConvention.Winapi, CharSet = CharSet.Ansi)] public delegate int D(int a);")]
    [InlineData(
        "[UnmanagedFunctionPointer(CallingConvention.Winapi, CharSet = CharSet.Auto)] public delegate int D([MarshalAs(UnmanagedType.LPUTF8Str)] string a);"
    )]
    [InlineData(
        "[UnmanagedFunctionPointer(CallingConvention.Winapi, BestFitMapping = false, ThrowOnUnmappableChar = false)] public delegate int D(string a);"
    )]
    [InlineData(
        "[UnmanagedFunctionPointer(CallingConvention.Winapi, BestFitMapping = true, ThrowOnUnmappableChar = true)] public delegate int D(int a);"
    )]
    [InlineData(
        "[UnmanagedFunctionPointer(CallingConvention.Winapi, CharSet = CharSet.Unicode), NativeFunction(StringMarshalling = StringMarshalling.Utf16)] public delegate int D(string a);"
    )]
    public Task FFI0033_DoesNotFire_OnWhatHoldsAnyway(string declaration) => Declarations.Verify(Callback(declaration, "D"));

    [Fact]
    public async Task CallingConventionThatDoesNotExist_IsRefused()
    {
        const string declaration = "[UnmanagedFunctionPointer((CallingConvention)42)] public delegate int D(int a);";
        await Declarations.Verify(Callback(declaration, "{|FFI0040:D|}"));
        await new AnalyzerHarness(new CallSiteAnalyzer()).Verify(
            $"{declaration} class C {{ object M(NativeModule m) => m.{{|FFI2101:GetFunction|}}<{{|FFI0018:D|}}>(\"f\"); }}");
    }

    [Theory]
    [InlineData(
        "[UnmanagedFunctionPointer(CallingConvention.Winapi, CharSet = CharSet.Unicode), NativeFunction(StringMarshalling = StringMarshalling.Utf8)] public delegate int D(string a);",
        "FFI0033")]
    [InlineData("[UnmanagedFunctionPointer(CallingConvention.Winapi, CharSet = CharSet.None)] public delegate char D(int a);", "FFI0033")]
    public async Task FFI0033_Fires_OnAFunctionAndOnACallback(string declaration, string id)
    {
        await Declarations.Verify(Callback(declaration, $"{{|{id}:D|}}"));
        await new AnalyzerHarness(new CallSiteAnalyzer()).Verify(
            $"{declaration} class C {{ object M(NativeModule m) => m.{{|FFI2101:GetFunction|}}<{{|{id}:D|}}>(\"f\"); }}");
    }

    [Fact]
    public Task FFI0033_LetsATypeSpeakForItsAssembly() =>
        Declarations.Verify(
            """
            [assembly: BestFitMapping(true)]
            [NativeLibrary("m"), BestFitMapping(false)] public static partial class Lib { [NativeFunction] public static partial void f(string a); }
            """
        );

    private static IEnumerable<string> PropertiesOf(Type attribute)
    {
        string name = attribute.Name.Replace("Attribute", "");
        const BindingFlags members = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        bool isSetByConstructor(string member) =>
            attribute
                .GetConstructors()
                .Any(constructor =>
                    constructor.GetParameters().Any(p => string.Equals(p.Name, member, StringComparison.OrdinalIgnoreCase)));
        return attribute
            .GetFields(members)
            .Select(field => field.Name)
            .Concat(attribute.GetProperties(members).Where(property => property.CanWrite).Select(property => property.Name))
            .Where(member => !isSetByConstructor(member))
            .Select(member => $"{name}.{member}")
            .Prepend(name);
    }

    private static string Callback(string declaration, string type) =>
        $"{declaration} [NativeLibrary(\"m\")] public static unsafe partial class Lib {{ [NativeFunction] public static partial void f({type} callback); }}";

    private static string Function(string declaration) =>
        $" [NativeLibrary(\"m\")] public static unsafe partial class Lib {{ [NativeFunction] {declaration} }}";

    private static string Custom(string declaration) => """
        public sealed class M : ICustomMarshaler
        {
            public static ICustomMarshaler GetInstance(string cookie) => new M();
            public nint MarshalManagedToNative(object value) => 0;
            public object MarshalNativeToManaged(nint value) => "";
            public void CleanUpNativeData(nint value) { }
            public void CleanUpManagedData(object value) { }
            public int GetNativeDataSize() => -1;
        }
        """ + Function(declaration);

    private static string Method(string attributes, string name) =>
        $" public static partial class C {{ [NativeCallback] {attributes} public static int {name}(int a) => a; }}";

    private static string Marshalled(string declaration) =>
        """
            [NativeMarshalling(typeof(Marshaller))] public struct S { public string Text; }
            [CustomMarshaller(typeof(S), MarshalMode.ManagedToUnmanagedIn, typeof(Marshaller))] public static class Marshaller { public static nint ConvertToUnmanaged(S managed) => 0; }
            """ + Function(declaration);
}
