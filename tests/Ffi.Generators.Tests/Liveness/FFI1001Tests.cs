namespace Ffi.Generators.Tests.Liveness;

public class FFI1001Tests
{
    [Fact]
    public Task Pointer_StoredInAField_IsReported() => Snippet.Verify("""
        byte* field;
        void M(byte[] a) { fixed (byte* p = a) { field = {|FFI1001:p|}; } }
        """);

    [Fact]
    public Task Pointer_StoredInAStaticAsNint_IsReported() => Snippet.Verify("""
        static nint kept;
        void M(byte[] a) { fixed (byte* p = a) { kept = {|FFI1001:(nint)(p + 4)|}; } }
        """);

    [Fact]
    public Task Pointer_Returned_IsReported() => Snippet.Verify("""
        byte* M(Span<byte> s) { fixed (byte* p = s) { return {|FFI1001:p|}; } }
        """);

    [Fact]
    public Task Pointer_UsedThroughAnOuterLocal_IsReported() => Snippet.Verify("""
        void M(byte[] a) { byte* q; fixed (byte* p = a) { q = p; } {|FFI1001:*q|} = 1; }
        """);

    [Fact]
    public Task Pointer_UsedThroughAnOuterNint_IsReported() => Snippet.Verify("""
        void M(byte[] a) { nint q = 0; fixed (byte* p = &a[1]) { q = (nint)p + 2; } Native.Take({|FFI1001:q|}); }
        """);

    [Fact]
    public Task Pointer_InAStructByValue_IsReported() => Snippet.Verify("""
        void M(byte[] a) { Info info = default; fixed (byte* p = a) { info.Data = p; } Native.TakeStruct({|FFI1001:info|}); }
        """);

    [Fact]
    public Task Pointer_InAStructThatIsStored_IsReported() => Snippet.Verify("""
        Info kept;
        void M(byte[] a) { fixed (byte* p = a) { var info = new Info { Data = p }; kept = {|FFI1001:info|}; } }
        """);

    [Fact]
    public Task Pointer_InAnArrayOrCollection_IsReported() => Snippet.Verify("""
        nint[] slots = new nint[4]; List<nint> list = new();
        void M(byte[] a, int i) { fixed (byte* p = a) { slots[i] = {|FFI1001:(nint)p|}; } }
        void N(byte[] a) { fixed (byte* p = a) { list.Add({|FFI1001:(nint)p|}); } }
        """);

    [Fact]
    public Task Pointer_ThroughAnOutParameter_IsReported() => Snippet.Verify("""
        void M(byte[] a, out byte* result) { fixed (byte* p = a) { result = {|FFI1001:p|}; } }
        """);

    [Fact]
    public Task Pointer_ThroughATupleOrConditional_IsReported() => Snippet.Verify("""
        (nint, int) M(byte[] a) { fixed (byte* p = a) { return {|FFI1001:((nint)p, a.Length)|}; } }
        nint N(byte[] a, bool b) { nint r; fixed (byte* p = a) { r = b ? (nint)p : 0; } return {|FFI1001:r|}; }
        """);

    [Fact]
    public Task Pointer_FromTheLastTurnOfALoop_IsReported() =>
        Snippet.Verify(
            """
            void M(byte[][] all) { byte* last = null; foreach (var a in all) { if (last != null) Native.Use({|FFI1001:last|}); fixed (byte* p = a) { last = p; } } }
            """
        );

    [Fact]
    public Task Pointer_InATryBlock_IsReported() => Snippet.Verify("""
        byte* M(byte[] a) { byte* q = null; try { fixed (byte* p = a) { q = p; } } finally { Console.WriteLine(); } return {|FFI1001:q|}; }
        """);

    [Fact]
    public Task Pointer_CapturedByATask_IsReported() => Snippet.Verify("""
        void M(byte[] a) { fixed (byte* p = a) { byte* q = p; Task.Run({|FFI1001:() => Native.Use(q)|}); } }
        """);

    [Fact]
    public Task Pointer_CapturedByAStoredLambda_IsReported() => Snippet.Verify("""
        Action? later;
        void M(byte[] a) { fixed (byte* p = a) { byte* q = p; later = {|FFI1001:() => Native.Use(q)|}; } }
        """);

    [Fact]
    public Task Pointer_UsedInside_IsNotReported() => Snippet.Verify("""
        int M(byte[] a) { int n; fixed (byte* p = a) { byte* q = p + 1; n = Native.Sum(q, a.Length); } return n; }
        """);

    [Fact]
    public Task Pointer_StoredAndCleared_IsNotReported() => Snippet.Verify("""
        byte* field;
        void M(byte[] a) { fixed (byte* p = a) { field = p; try { Native.Use(field); } finally { field = null; } } }
        """);

    [Fact]
    public Task Pointer_InALocalStructUsedInside_IsNotReported() => Snippet.Verify("""
        void M(byte[] a) { fixed (byte* p = a) { Info info; info.Data = p; info.Length = a.Length; Native.TakeStructs(ref info); } }
        """);

    [Fact]
    public Task Pointer_CapturedByCodeThatRunsInside_IsNotReported() => Snippet.Verify("""
        void M(byte[] a) { fixed (byte* p = a) { byte* q = p; Parallel.For(0, 4, i => q[i] = 1); Task.Run(() => Native.Use(q)).Wait(); } }
        """);

    [Fact]
    public Task Length_BetweenTwoPointers_IsNotReported() => Snippet.Verify("""
        int M(byte[] a) { byte* start; byte* end; fixed (byte* p = a) { start = p; end = p + 3; } return (int)(end - start); }
        """);

    [Fact]
    public Task Value_ReadThroughThePointer_IsNotReported() => Snippet.Verify("""
        byte field;
        byte M(byte[] a) { byte b; fixed (byte* p = a) { b = p[1]; field = *p; } return b; }
        """);

    [Fact]
    public Task Pointer_OfMemoryThatNeverMoves_IsNotReported() =>
        Snippet.Verify(
            """
            byte* a; byte* b; byte* c;
            void M() { fixed (byte* p = "abc"u8) { a = p; } var pinned = GC.AllocateArray<byte>(10, pinned: true); fixed (byte* p = pinned) { b = p; } }
            """
        );

    [Fact]
    public Task Pointer_InAListOfTheMethod_IsNotReported() => Snippet.Verify("""
        void M(byte[] a) { fixed (byte* p = a) { var list = new List<nint>(); list.Add((nint)p); Native.Take(list[0]); } }
        """);

    [Fact]
    public Task Pointer_WrittenToADevicesRegister_IsNotReported() => Snippet.Verify("""
        void M(Info* registers, byte[] a) { fixed (byte* p = a) { registers->Data = p; registers->Length = 1; Native.Use(registers); } }
        """);

    [Fact]
    public Task Pointer_InTheStateOfACallOnThatState_IsNotReported() => Snippet.Verify("""
        class Stream { public nint NextOut; public int Inflate() => 0; }
        int M(Stream stream, byte[] a) { fixed (byte* p = a) { stream.NextOut = (nint)p; return stream.Inflate(); } }
        void N(Stream stream, byte[] a) { fixed (byte* p = a) { stream.NextOut = {|FFI1001:(nint)p|}; Native.Quiet(1); } }
        """);

    [Fact]
    public Task Span_SaidToBePinned_IsNotReported() => Snippet.Verify("""
        void SetPinned(ref Info info, ReadOnlySpan<byte> bytes) { fixed (byte* p = bytes) info.Data = p; }
        void Set(ref Info info, ReadOnlySpan<byte> pinnedBytes) { fixed (byte* p = pinnedBytes) info.Data = p; }
        void Fill(ref Info info, ReadOnlySpan<byte> bytes) { fixed (byte* p = bytes) info.Data = {|FFI1001:p|}; }
        """);

    [Fact]
    public Task Pointer_InMemoryBehindAStructureThatTheCallFills_IsNotReported() => Snippet.Verify("""
        struct List { public Info* Items; }
        [DllImport("n")] static extern void Fill(ref List list);
        void M(byte[] a)
        {
            Span<Info> items = stackalloc Info[2];
            List list = default;
            fixed (Info* first = items) { list.Items = first; fixed (byte* p = a) { items[0].Data = p; Fill(ref list); } }
            Native.Use(items[0].Data);
        }
        void N(byte[] a)
        {
            Span<Info> items = stackalloc Info[2];
            fixed (byte* p = a) { items[0].Data = p; Native.Quiet(1); }
            Native.Use({|FFI1001:items[0].Data|});
        }
        """);

    [Fact]
    public Task Pointer_IntoWhatAHandlePins_IsNotReported() =>
        Snippet.Verify(
            """
            byte[] _pinnedBuffer = new byte[4];
            nint Address() { fixed (byte* p = &_pinnedBuffer[0]) return (nint)p; }
            void M(object[] all, nint* addresses)
            {
                var handles = new GCHandle[all.Length];
                for (int i = 0; i < all.Length; i++) { handles[i] = GCHandle.Alloc(all[i], GCHandleType.Pinned); fixed (char* p = (string)all[i]) addresses[i] = (nint)p; }
                Native.Use(addresses);
                for (int i = 0; i < all.Length; i++) handles[i].Free();
            }
            byte[] buffer = new byte[4];
            nint Unpinned() { fixed (byte* p = &buffer[0]) return {|FFI1001:(nint)p|}; }
            """
        );

    [Fact]
    public Task Pointer_IntoASpanOverNativeMemory_IsNotReported() =>
        Snippet.Verify(
            """
            static void M(byte* input, int length, out byte* output) { Span<byte> all = new Span<byte>(input, length); Span<byte> rest = all.Slice(1, 2); fixed (byte* p = &MemoryMarshal.GetReference(rest)) output = p; }
            """
        );

    [Fact]
    public Task Pointer_OfAReferenceSaidToBeOnTheStack_IsNotReported() => Snippet.Verify("""
        static void AssertPointsToStack(nint p) { }
        static nint M(ref int value) { fixed (int* p = &value) { AssertPointsToStack((nint)p); return (nint)p; } }
        static nint N(ref int value) { fixed (int* p = &value) { return {|FFI1001:(nint)p|}; } }
        """);

    [Fact]
    public Task Pointer_IntoWhatAParameterPointsInto_IsNotReported() => Snippet.Verify("""
        char[] text = new char[4];
        int length;
        char* Grow(char* end) { fixed (char* start = text) { length = (int)(end - start); return start + length; } }
        char* First() { fixed (char* start = text) { return {|FFI1001:start + length|}; } }
        """);

    [Fact]
    public Task DistanceBetweenTwoReferences_IsNotReported() => Snippet.Verify("""
        nint M(string text, ref char start) { fixed (char* p = text) { return Unsafe.ByteOffset(ref start, ref Unsafe.AsRef<char>(p)); } }
        """);
}
