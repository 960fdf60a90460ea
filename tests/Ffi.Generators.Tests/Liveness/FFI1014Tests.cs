namespace Ffi.Generators.Tests.Liveness;

public class FFI1014Tests
{
    [Fact]
    public Task Memory_UsedAfterFree_IsReported() => Snippet.Verify("""
        void M() { nint p = Marshal.AllocHGlobal(4); Marshal.FreeHGlobal(p); Native.Take({|FFI1014:p|}); }
        void N() { byte* p = (byte*)NativeMemory.Alloc(4); NativeMemory.Free(p); {|FFI1014:p[1]|} = 1; }
        string O(nint p) { Marshal.FreeCoTaskMem(p); return Marshal.PtrToStringUTF8({|FFI1014:p|})!; }
        """);

    [Fact]
    public Task Memory_OfTheWrongFamily_IsReported() => Snippet.Verify("""
        void M() { nint p = Marshal.AllocHGlobal(4); {|FFI1014:Marshal.FreeCoTaskMem(p)|}; }
        void N() { void* p = NativeMemory.AlignedAlloc(64, 16); {|FFI1014:NativeMemory.Free(p)|}; }
        void O() { nint p = Marshal.StringToCoTaskMemUTF8("x"); try { Native.Take(p); } finally { {|FFI1014:Marshal.FreeHGlobal(p)|}; } }
        void P() { byte* p = Native.Make(); {|FFI1014:NativeMemory.Free(p)|}; }
        """);

    [Fact]
    public Task OldPointer_AfterRealloc_IsReported() =>
        Snippet.Verify(
            """
            void M() { byte* p = (byte*)NativeMemory.Alloc(4); byte* q = (byte*)NativeMemory.Realloc(p, 8); {|FFI1014:*p|} = 1; NativeMemory.Free(q); }
            """
        );

    [Fact]
    public Task Span_OverFreedMemory_IsReported() => Snippet.Verify("""
        byte M() { void* p = NativeMemory.Alloc(4); var s = new Span<byte>(p, 4); NativeMemory.Free(p); return {|FFI1014:s[0]|}; }
        """);

    [Fact]
    public Task Memory_ReturnedAfterFreeInFinally_IsReported() => Snippet.Verify("""
        nint M() { nint p = Marshal.AllocHGlobal(4); try { return {|FFI1014:p|}; } finally { Marshal.FreeHGlobal(p); } }
        """);

    [Fact]
    public Task Field_UsedAfterFree_IsReported() => Snippet.Verify("""
        nint buffer;
        void M() { Marshal.FreeHGlobal(buffer); Native.Take({|FFI1014:buffer|}); }
        """);

    [Fact]
    public Task RightFamily_IsNotReported() => Snippet.Verify("""
        void M() { nint p = Marshal.StringToCoTaskMemUTF8("x"); Native.Take(p); Marshal.ZeroFreeCoTaskMemUTF8(p); }
        void N() { byte* p = (byte*)NativeMemory.AlignedAlloc(8, 8); *p = 1; NativeMemory.AlignedFree(p); }
        void O() { byte* p = Native.Make(); if (p != null) Native.Free(p); }
        void P() { void* p = NativeMemory.Alloc(4); p = NativeMemory.Realloc(p, 8); NativeMemory.Free(p); }
        """);

    [Fact]
    public Task ValueReadBeforeFree_IsNotReported() => Snippet.Verify("""
        int M() { int* p = (int*)NativeMemory.Alloc(4); int x = *p; NativeMemory.Free(p); return x; }
        string N(nint p) { string s = Marshal.PtrToStringUTF8(p)!; Marshal.FreeCoTaskMem(p); return s; }
        """);

    [Fact]
    public Task ListFreedNodeByNode_IsNotReported() => Snippet.Verify("""
        struct Node { public Node* Next; }
        void M(Node* head) { while (head != null) { Node* next = head->Next; NativeMemory.Free(head); head = next; } }
        """);

    [Fact]
    public Task FieldReplacedAfterFree_IsNotReported() => Snippet.Verify("""
        nint buffer;
        void M() { Marshal.FreeHGlobal(buffer); buffer = Marshal.AllocHGlobal(8); Native.Take(buffer); }
        void N() { if (buffer != 0) { Marshal.FreeHGlobal(buffer); buffer = 0; } }
        """);

    [Fact]
    public Task VariableFilledAnewByAnOutParameter_IsNotReported() =>
        Snippet.Verify(
            """
            [DllImport("n")] static extern int Next(nint context, out nint item);
            [DllImport("n")] static extern int Again(nint context, ref nint item);
            void M(nint context) { while (Next(context, out nint item) == 0) { Marshal.FreeHGlobal(item); } }
            void N(nint context) { nint item; int more = Next(context, out item); while (more == 0) { Marshal.FreeHGlobal(item); more = Next(context, out item); } }
            void O(nint context) { nint item = Marshal.AllocHGlobal(4); Marshal.FreeHGlobal(item); Again(context, ref {|FFI1014:item|}); }
            """
        );
}
