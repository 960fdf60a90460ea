namespace Ffi.Generators.Tests.Headers;

/// <summary>Functions against their header: each rule, and the nearest declaration that is right.</summary>
public class HeaderFunctionTests
{
    [Theory]
    [InlineData("""[DllImport("acme")] static extern long {|FFI3001:acme_read|}(nint handle, byte[] buffer);""")]
    [InlineData("""[DllImport("acme")] static extern long {|FFI3001:acme_read|}(nint handle, byte[] buffer, nuint size, int flags);""")]
    [InlineData("""[DllImport("libacme.so.2", EntryPoint = "acme_read")] static extern long {|FFI3001:Read|}(nint handle);""")]
    [InlineData("""[DllImport("acme")] static extern long acme_read(nint handle, byte[] buffer, nuint size);""")]
    [InlineData("""[DllImport("other", EntryPoint = "read")] static extern long Read(nint handle);""")]
    public Task FFI3001_NumberOfParameters(string member) => AcmeHeader.Verify(member);

    [Fact]
    public async Task FFI3001_NamesTheParameterThatIsMissing() => Assert.Equal(
        ["error FFI3001: 'acme_read' takes 3 parameters in C, and 2 here: 'size' is missing (acme.h:22)."],
        await AcmeHeader.Messages("""[DllImport("acme")] static extern long acme_read(nint handle, byte[] buffer);"""));

    [Theory]
    [InlineData("""[DllImport("acme")] static extern long acme_read(nint handle, byte[] buffer, {|FFI3002:int|} size);""")]
    [InlineData("""[DllImport("acme")] static extern {|FFI3002:int|} acme_read(nint handle, byte[] buffer, nuint size);""")]
    [InlineData("""[DllImport("acme")] static extern uint acme_total(nint handle, out uint total);""")]
    [InlineData("""[DllImport("acme")] static extern {|FFI3002:int|} acme_total(nint handle, {|FFI3002:out int|} total);""")]
    [InlineData("""[DllImport("acme")] static extern long acme_read(nint handle, byte[] buffer, nint size);""")]
    [InlineData("""[DllImport("acme")] static extern long acme_read(nint handle, sbyte[] buffer, UIntPtr size);""")]
    public Task FFI3002_WidthAndSign(string member) => AcmeHeader.Verify(member);

    [Fact]
    public async Task FFI3002_OfASign_IsAnInformation() => Assert.Equal(
        ["info FFI3002: The result of 'acme_total' is unsigned int in C, without a sign, and 'int' here (acme.h:42)."],
        await AcmeHeader.Messages("""[DllImport("acme")] static extern int acme_total(nint handle, out uint total);"""));

    [Theory]
    [InlineData("""[DllImport("acme")] static extern double acme_scale(nint handle, {|FFI3003:double|} factor);""")]
    [InlineData("""[DllImport("acme")] static extern double acme_scale(nint handle, {|FFI3003:int|} factor);""")]
    [InlineData("""[DllImport("acme")] static extern {|FFI3003:float|} acme_scale(nint handle, float factor);""")]
    [InlineData("""[DllImport("acme")] static extern void acme_close({|FFI3003:int|} handle);""")]
    [InlineData("""[DllImport("acme")] static extern long acme_read(nint handle, byte[] buffer, {|FFI3003:ref int|} size);""")]
    [InlineData("""[DllImport("acme")] static extern int acme_pair_swap(nint pair, {|FFI3003:int|} high, int low);""")]
    [InlineData("""[DllImport("acme")] static extern double acme_scale(nint handle, float factor);""")]
    [InlineData("""[DllImport("acme")] static extern void acme_close(SafeHandle handle);""")]
    [InlineData("""[DllImport("acme")] static extern int acme_pair_swap(nint pair, int low, int high);""")]
    [InlineData("""[DllImport("acme")] static extern int acme_pair_swap(nint pair, int a, int b);""")]
    [InlineData("""[DllImport("acme")] static extern int acme_pair_swap(nint pair, {|FFI3002:SafeHandle|} low, int high);""")]
    public Task FFI3003_KindOfValue(string member) => AcmeHeader.Verify(member);

    [Theory]
    [InlineData("""[DllImport("acme")] static extern int acme_count(nint handle, {|FFI3004:out int|} count);""")]
    [InlineData("""[DllImport("acme")] static extern int acme_count(nint handle, {|FFI3004:int*|} count);""")]
    [InlineData("""[DllImport("acme")] static extern int acme_count(nint handle, {|FFI3004:int[]|} count);""")]
    [InlineData("""[DllImport("acme")] static extern uint acme_total(nint handle, {|FFI3004:out ulong|} total);""")]
    [InlineData("""[DllImport("acme")] static extern int acme_open(string path, nint options, {|FFI3004:out int|} @out);""")]
    [InlineData("""[DllImport("acme")] static extern int acme_find(nint handle, {|FFI3004:in nint|} id);""")]
    [InlineData("""[DllImport("acme")] static extern int acme_count(nint handle, out nuint count);""")]
    [InlineData("""[DllImport("acme")] static extern int acme_count(nint handle, ulong* count);""")]
    [InlineData("""[DllImport("acme")] static extern int acme_count(nint handle, byte[] count);""")]
    [InlineData("""[DllImport("acme")] static extern void acme_hash(out Guid digest, byte[] data, nuint size);""")]
    [InlineData("""[DllImport("acme")] static extern int acme_find(nint handle, byte* id);""")]
    public Task FFI3004_SizeBehindAPointer(string member) => AcmeHeader.Verify(member);

    [Fact]
    public async Task FFI3004_SaysBothSides() => Assert.Equal(
        ["error FFI3004: 'acme_count' writes 8 bytes (size_t) through 'count', which is 'out int': 4 bytes (acme.h:23)."],
        await AcmeHeader.Messages("""[DllImport("acme")] static extern int acme_count(nint handle, out int count);"""));

    [Fact]
    public Task FFI3004_OfAnArrayParameter_CountsItsElements() => AcmeHeader.Verify(
        """[DllImport("acme")] static extern void acme_hash({|FFI3004:out Half|} digest, byte[] data, nuint size);""",
        "struct Half { long _low; }");

    [Theory]
    [InlineData("""[DllImport("acme")] static extern int acme_find(nint handle, {|FFI3005:AcmeId|} id);""")]
    [InlineData("""[DllImport("acme")] static extern int acme_put(nint handle, {|FFI3005:in AcmeId|} id);""")]
    [InlineData("""[DllImport("acme")] static extern int acme_put(nint handle, {|FFI3005:nint|} id);""")]
    [InlineData("""[DllImport("acme")] static extern void acme_close({|FFI3005:ref nint|} handle);""")]
    [InlineData("""[DllImport("acme")] static extern int acme_open(string path, nint options, {|FFI3005:out AcmeId|} @out);""")]
    [InlineData("""[DllImport("acme")] static extern int acme_find(nint handle, in AcmeId id);""")]
    [InlineData("""[DllImport("acme")] static extern int acme_find(nint handle, AcmeId* id);""")]
    [InlineData("""[DllImport("acme")] static extern int acme_put(nint handle, AcmeId id);""")]
    [InlineData("""[DllImport("acme")] static extern void acme_close(Handle handle);""")]
    public Task FFI3005_Indirection(string member) => AcmeHeader.Verify(member, "struct AcmeId { ulong _high, _low; } struct Handle { nint _value; }");

    [Theory]
    [InlineData("""[DllImport("acme")] static extern {|FFI3007:int|} acme_close(nint handle);""")]
    [InlineData("""[DllImport("acme")] static extern {|FFI3007:void|} acme_find(nint handle, byte* id);""")]
    [InlineData("""[DllImport("acme")] static extern void acme_close(nint handle);""")]
    public Task FFI3007_Result(string member) => AcmeHeader.Verify(member);

    [Theory]
    [InlineData("""[DllImport("acme")] static extern {|FFI3008:bool|} acme_is_open(nint handle);""")]
    [InlineData("""[DllImport("acme", CharSet = CharSet.Unicode)] static extern {|FFI3008:char|} acme_is_open(nint handle);""")]
    [InlineData("""[DllImport("acme")] [return: MarshalAs(UnmanagedType.U1)] static extern bool acme_is_open(nint handle);""")]
    [InlineData("""[DllImport("acme")] static extern byte acme_is_open(nint handle);""")]
    [InlineData("""[DllImport("acme", EntryPoint = "acme_count")] static extern bool Count(nint handle, out nuint count);""")]
    public Task FFI3008_BooleanWidth(string member) => AcmeHeader.Verify(member);

    [Theory]
    [InlineData("""[DllImport("acme")] static extern CLong acme_seek(nint handle, {|FFI3009:int|} offset);""")]
    [InlineData("""[DllImport("acme")] static extern {|FFI3009:long|} acme_seek(nint handle, CLong offset);""")]
    [InlineData("""[DllImport("acme")] static extern int acme_attach(nint handle, {|FFI3009:int|} file);""")]
    [InlineData("""[DllImport("acme", CharSet = CharSet.Unicode)] static extern int acme_wide(nint handle, {|FFI3009:string|} text);""")]
    [InlineData("""[DllImport("acme")] static extern CLong acme_seek(nint handle, CLong offset);""")]
    [InlineData("""[DllImport("acme"), System.Runtime.Versioning.SupportedOSPlatform("windows")] static extern int acme_seek(nint handle, int offset);""")]
    [InlineData("""[DllImport("acme")] static extern int acme_only_win(nint handle);""")]
    public Task FFI3009_Platforms(string member) => AcmeHeader.Verify(member);

    [Fact]
    public async Task FFI3009_ListsWhereItIsWrong() => Assert.Equal(
        ["warning FFI3009: 'offset' of 'acme_seek' is long in C, 8 bytes, and 'int' has 4, on linux,osx (acme.h:28)."],
        await AcmeHeader.Messages("""[DllImport("acme")] static extern CLong acme_seek(nint handle, int offset);"""));

    [Theory]
    [InlineData("""[DllImport("acme")] static extern void {|FFI3010:acme_colse|}(nint handle);""")]
    [InlineData("""[DllImport("acme", EntryPoint = {|FFI3010:"acme_clos"|})] static extern void Close(nint handle);""")]
    [InlineData("""[DllImport("acme")] static extern void {|FFI3010:acme_reset|}(nint handle);""")]
    [InlineData("""[DllImport("acme")] static extern void {|FFI3010:acme_something_of_a_newer_version|}(nint handle);""")]
    [InlineData("""[DllImport("acme")] static extern void acme_free(nint memory);""")]
    [InlineData("""[DllImport("unknown")] static extern void acme_colse(nint handle);""")]
    public Task FFI3010_Symbols(string member) => AcmeHeader.Verify(member);

    [Fact]
    public async Task FFI3010_IsAnInformation_WhereNoNameIsNear() => Assert.Equal(
        ["info FFI3010: 'acme_something_new' isn't in acme.h; if only some builds of the library have it, mark the function as optional."],
        await AcmeHeader.Messages("""[DllImport("acme")] static extern void acme_something_new(nint handle);"""));

    [Theory]
    [InlineData("""[DllImport("acme")] static extern void {|FFI3011:acme_log|}(int level, string format, int value);""")]
    [InlineData("""[DllImport("acme")] static extern void {|FFI3011:acme_log|}(int level, string format);""")]
    [InlineData("""[DllImport("acme")] static extern void acme_log(int level, string format, nint _2, nint _3, nint _4, nint _5, nint _6, nint _7, int value);""")]
    public Task FFI3011_Variadic(string member) => AcmeHeader.Verify(member);

    [Theory]
    [InlineData("""[DllImport("acme", CharSet = CharSet.Unicode)] static extern int acme_open({|FFI3012:string|} path, nint options, out nint @out);""")]
    [InlineData("""[DllImport("acme")] static extern int acme_open([MarshalAs(UnmanagedType.LPWStr)] {|FFI3012:string|} path, nint options, out nint @out);""")]
    [InlineData("""[DllImport("acme", CallingConvention = CallingConvention.StdCall)] static extern void {|FFI3012:acme_close|}(nint handle);""")]
    [InlineData("""[DllImport("acme")] static extern int acme_open(string path, nint options, out nint @out);""")]
    [InlineData("""[DllImport("acme", CallingConvention = CallingConvention.Cdecl)] static extern void acme_close(nint handle);""")]
    [InlineData("""[DllImport("winacme", CallingConvention = CallingConvention.StdCall)] static extern void acme_close(nint handle);""")]
    public Task FFI3012_ConventionAndEncoding(string member) => AcmeHeader.Verify(member);

    [Theory]
    [InlineData("""[DllImport("acme")] static extern int acme_each(nint handle, {|FFI3013:Short|} visit, nint user);""")]
    [InlineData("""[DllImport("acme")] static extern int acme_each(nint handle, {|FFI3013:delegate* unmanaged<nint, int, int>|} visit, nint user);""")]
    [InlineData("""[DllImport("acme")] static extern int acme_each(nint handle, {|FFI3013:Silent|} visit, nint user);""")]
    [InlineData("""[DllImport("acme")] static extern int acme_each(nint handle, Visit visit, nint user);""")]
    [InlineData("""[DllImport("acme")] static extern int acme_each(nint handle, delegate* unmanaged[Cdecl]<void*, nuint, int> visit, nint user);""")]
    [InlineData("""[DllImport("acme")] static extern int acme_each(nint handle, nint visit, nint user);""")]
    public Task FFI3013_Callbacks(string member) => AcmeHeader.Verify(
        member, "delegate int Visit(nint user, nuint index); delegate int Short(nint user); delegate void Silent(nint user, nuint index);");

    [Fact]
    public Task FFI3013_OfADelegateWithTheTypesName() => AcmeHeader.VerifySource("""
        [UnmanagedFunctionPointer(CallingConvention.Cdecl)] delegate int AcmeVisit(nint user, {|FFI3013:int|} index);
        [UnmanagedFunctionPointer(CallingConvention.Cdecl)] delegate int acme_visit(nint user, nuint index);
        """);

    [Fact]
    public Task AFunctionOfTheGenerator_IsComparedByItsRules() => AcmeHeader.VerifySource("""
        [NativeLibrary("acme")]
        static unsafe partial class Acme
        {
            [NativeFunction("acme_is_open")] public static partial bool {|CS8795:IsOpen|}(nint handle);

            [NativeFunction("acme_read")] public static partial long {|CS8795:Read|}(nint handle, Span<byte> buffer, {|FFI3002:int|} size);

            [NativeFunction("acme_open")] public static partial int {|CS8795:Open|}(string path, nint options, out nint handle);

            [NativeFunction("acme_missing_here", Optional = true)] public static partial int {|CS8795:Missing|}(nint handle);

            [NativeFunction("acme_log", Variadic = 2)] public static partial void {|CS8795:Log|}(int level, string format, int value);

            [NativeFunction("acme_title")] [return: FreedWith({|FFI3015:"acme_fre"|})] public static partial string? {|CS8795:Title|}(nint handle);

            [NativeFunction("acme_title")] [return: FreedWith("acme_free")] public static partial string? {|CS8795:SameTitle|}(nint handle);

            [NativeFunction("acme_title"), return: FreedWith("free", Library = "c")] public static partial string? {|CS8795:OtherTitle|}(nint handle);

            [NativeFunction("acme_hook")] public static partial void {|CS8795:Hook|}([Retained(Until = {|FFI3015:"acme_close_all"|})] nint hooks);
        }
        """.Replace("[NativeFunction(\"acme_title\"), return: ", "[NativeFunction(\"acme_title\")] [return: "));

    [Fact]
    public Task ALibraryImport_IsComparedByItsRules() => AcmeHeader.VerifySource("""
        static partial class Acme
        {
            [LibraryImport("acme", StringMarshalling = StringMarshalling.Utf16)]
            private static partial int {|CS8795:acme_open|}({|FFI3012:string|} path, nint options, out nint handle);

            [LibraryImport("acme")]
            private static partial int {|CS8795:acme_count|}(nint handle, {|FFI3004:out int|} count);

            [LibraryImport("acme", EntryPoint = "acme_count")]
            private static partial int {|CS8795:Count|}(nint handle, out nuint count);
        }
        """);

    [Fact]
    public Task ALookup_IsComparedWithTheTypeThatIsGiven() => AcmeHeader.VerifySource("""
        delegate int Count(nint handle, out nuint count);
        delegate int Narrow(nint handle, out int count);

        static unsafe class Program
        {
            static void Run(nint library, NativeModule module)
            {
                var right = (delegate* unmanaged<nint, nuint*, int>)NativeLibrary.GetExport(library, "acme_count");
                var wrong = ({|FFI3004:delegate* unmanaged<nint, int*, int>|})NativeLibrary.GetExport(library, "acme_count");
                nint address = NativeLibrary.GetExport(library, "acme_count");
                var late = ({|FFI3004:delegate* unmanaged<nint, int*, int>|})address;
                var made = Marshal.GetDelegateForFunctionPointer<Narrow>(NativeLibrary.GetExport(library, "acme_close"));
                if (NativeLibrary.TryGetExport(library, "acme_close", out nint close))
                {
                    ((delegate* unmanaged<nint, void>)close)(0);
                }

                Count count = module.GetFunction<Count>("acme_count");
            }
        }
        """.Replace("GetDelegateForFunctionPointer<Narrow>(NativeLibrary.GetExport(library, \"acme_close\"))", "GetDelegateForFunctionPointer<Count>(NativeLibrary.GetExport(library, \"acme_count\"))"));
}
