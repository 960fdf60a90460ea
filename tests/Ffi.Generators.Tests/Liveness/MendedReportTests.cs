namespace Ffi.Generators.Tests.Liveness;

/// <summary>Kinds of wrong reports that were found in foreign code, each beside a mistake of the same kind that is still reported.</summary>
public class MendedReportTests
{
    [Fact]
    public Task Zero_IsANumberAndNoPlaceThatTwoVariablesShare() => Snippet.Verify("""
        void M(bool c)
        {
            nint a = c ? IntPtr.Zero : Marshal.AllocHGlobal(4); nint b = c ? IntPtr.Zero : Marshal.AllocHGlobal(4);
            if (a != IntPtr.Zero) { Marshal.FreeHGlobal(a); } if (b != IntPtr.Zero) { Marshal.FreeHGlobal(b); }
        }
        void N() { nint a = Marshal.AllocHGlobal(4); Marshal.FreeHGlobal(a); {|FFI1007:Marshal.FreeHGlobal(a)|}; }
        """);

    [Fact]
    public Task FreedPointer_IsANumberToACollectionThatIsAskedForIt() => Snippet.Verify("""
        readonly Dictionary<nint, int> sizes = [];
        void M() { nint p = Marshal.AllocHGlobal(4); Marshal.FreeHGlobal(p); sizes.Remove(p); }
        void N() { nint p = Marshal.AllocHGlobal(4); Marshal.FreeHGlobal(p); Native.Take({|FFI1014:p|}); }
        """);

    [Fact]
    public Task Span_WhoseCallersPassTheStack_IsNotMovable() => Snippet.Verify("""
        static void Fill(Span<byte> bytes) { Native.Use(Unsafe.AsPointer(ref MemoryMarshal.GetReference(bytes))); }
        void M() { Span<byte> bytes = stackalloc byte[4]; Fill(bytes); }
        static void Send(Span<byte> bytes) { Native.Use(Unsafe.AsPointer(ref {|FFI1002:MemoryMarshal.GetReference(bytes)|})); }
        void N(byte[] a) { Send(a); Send(stackalloc byte[4]); }
        """);

    [Fact]
    public Task Parameter_OfAPrimaryConstructor_IsAField() => Snippet.Verify("""
        } sealed unsafe class D(int word) { nint kept; public void Keep() { fixed (int* p = &word) { Native.Use(p); kept = {|FFI1001:(nint)p|}; } }
        """);

    [Fact]
    public Task Text_ThatIsMadeHere_MayBeWritten() => Snippet.Verify("""
        void M(StringBuilder b) { string s = b.ToString(); fixed (char* p = s) { p[0] = 'a'; } }
        void N(string s) { fixed (char* p = s) { {|FFI1020:p[0]|} = 'a'; } }
        """);

    [Fact]
    public Task Element_OfATupleWithNames_KeepsItsAddress() => Snippet.Verify("""
        nint kept;
        void M(byte[] a) { fixed (byte* p = a) { (nint address, int length) pair = ((nint)p, 4); kept = {|FFI1001:pair.address|}; } }
        void N(byte[] a) { fixed (byte* p = a) { (nint address, nint length) pair = ((nint)p, 4); kept = pair.length; } }
        """);

    [Fact]
    public Task AlignedAddress_IsStillAnAddress_AndItsRemainderIsNot() => Snippet.Verify("""
        nint kept;
        void M(byte[] a) { fixed (byte* p = a) { kept = {|FFI1001:(nint)p & ~15|}; } }
        void N(byte[] a) { fixed (byte* p = a) { kept = (nint)p & 15; } }
        """);
}
