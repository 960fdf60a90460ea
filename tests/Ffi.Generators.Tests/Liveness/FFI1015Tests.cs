namespace Ffi.Generators.Tests.Liveness;

public class FFI1015Tests
{
    [Fact]
    public Task String_NeverFreed_IsReported() => Snippet.Verify("""
        void M(string s) { Native.Take({|FFI1015:Marshal.StringToHGlobalAnsi(s)|}); }
        void N(string s) { nint p = {|FFI1015:Marshal.StringToCoTaskMemUTF8(s)|}; Native.Take(p); }
        """);

    [Fact]
    public Task Memory_EarlyReturn_IsReported() => Snippet.Verify("""
        int M(int n) { byte* p = (byte*){|FFI1015:NativeMemory.Alloc(4)|}; if (n < 0) return -1; *p = 1; NativeMemory.Free(p); return 0; }
        """);

    [Fact]
    public Task Memory_Throw_IsReported() =>
        Snippet.Verify(
            """
            void M(int n) { nint p = {|FFI1015:Marshal.AllocHGlobal(n)|}; if (Native.Quiet(n) != 0) throw new InvalidOperationException(); Marshal.FreeHGlobal(p); }
            """
        );

    [Fact]
    public Task Memory_OfEachTurnOfALoop_IsReported() =>
        Snippet.Verify(
            """
            void M(string[] all) { nint p = 0; foreach (string s in all) { p = {|FFI1015:Marshal.StringToHGlobalUni(s)|}; Native.Take(p); } Marshal.FreeHGlobal(p); }
            """
        );

    [Fact]
    public Task FreedWithResult_NeverFreed_IsReported() => Snippet.Verify("""
        string M() { byte* p = {|FFI1015:Native.Make()|}; return Marshal.PtrToStringUTF8((nint)p)!; }
        """);

    [Fact]
    public Task FreedWithOutParameter_FreedOrHandedOn_IsNotReported() => Snippet.Verify("""
        nint field;
        string? A() { Out.Make(out byte* p); try { return Marshal.PtrToStringUTF8((nint)p); } finally { Out.Free(p); } }
        void B() { Out.Make(out nint p); field = p; }
        nint E() { Out.Make(out nint p); return p; }
        string D() { Out.Make(out string text); return text; }
        static class Out
        {
            [DllImport("n")] public static extern int Make([FreedWith("n_free")] out byte* p);
            [DllImport("n")] public static extern int Make([FreedWith("n_free")] out nint p);
            [DllImport("n")] public static extern int Make([FreedWith("n_free")] out string p);
            [DllImport("n", EntryPoint = "n_free")] public static extern void Free(byte* p);
        }
        """);

    [Fact]
    public Task Memory_CatchThatReturns_IsReported() =>
        Snippet.Verify(
            """
            bool M(string s) { nint p = {|FFI1015:Marshal.AllocHGlobal(4)|}; try { int.Parse(s); } catch (FormatException) { return false; } Marshal.FreeHGlobal(p); return true; }
            """
        );

    [Fact]
    public Task Memory_FreedOnEveryPath_IsNotReported() =>
        Snippet.Verify(
            """
            void M(string s) { nint p = Marshal.StringToHGlobalAnsi(s); try { int.Parse(s); Native.Take(p); } finally { Marshal.FreeHGlobal(p); } }
            int N(int n) { nint p = Marshal.AllocHGlobal(4); if (n < 0) { Marshal.FreeHGlobal(p); return -1; } Native.Take(p); Marshal.FreeHGlobal(p); return 0; }
            """
        );

    [Fact]
    public Task Memory_HandedOver_IsNotReported() => Snippet.Verify("""
        nint field; nint[] slots = new nint[2]; Info info;
        nint A() { return Marshal.AllocHGlobal(4); }
        void B() { field = Marshal.AllocHGlobal(4); slots[0] = Marshal.StringToHGlobalAnsi("x"); info.Data = (byte*)NativeMemory.Alloc(2); }
        void D(out nint p) { p = Marshal.AllocHGlobal(4); }
        SafeHandle E() { return new Microsoft.Win32.SafeHandles.SafeFileHandle(Marshal.AllocHGlobal(4), true); }
        void F() { nint p = Marshal.AllocHGlobal(4); Keep(p); }
        void Keep(nint p) { field = p; }
        Info G() { Info i; i.Data = (byte*)NativeMemory.Alloc(4); i.Length = 4; return i; }
        """);

    [Fact]
    public Task Memory_ThatMayBeNull_IsNotReported() =>
        Snippet.Verify(
            """
            void M(string? s) { nint p = Marshal.StringToHGlobalAnsi(s); Native.Take(p); if (p != 0) Marshal.FreeHGlobal(p); }
            void N(int n) { void* p = null; if (n > 64) p = NativeMemory.Alloc((nuint)n); Native.Use(p); if (p != null) NativeMemory.Free(p); }
            void O(int n) { nint p = 0; try { if (n > 64) p = Marshal.AllocHGlobal(n); Native.Take(p); } finally { if (p != IntPtr.Zero) Marshal.FreeHGlobal(p); } }
            """
        );

    [Fact]
    public Task Memory_OfArraysOfPointers_IsNotReported() =>
        Snippet.Verify(
            """
            void M(string[] all) { var ptrs = new nint[all.Length]; for (int i = 0; i < all.Length; i++) ptrs[i] = Marshal.StringToHGlobalAnsi(all[i]);
                for (int i = 0; i < all.Length; i++) Marshal.FreeHGlobal(ptrs[i]); }
            void N(string[] all) { byte** ptrs = stackalloc byte*[4]; for (int i = 0; i < 4; i++) ptrs[i] = (byte*)Marshal.StringToHGlobalAnsi(all[i]);
                for (int i = 0; i < 4; i++) Marshal.FreeHGlobal((nint)ptrs[i]); }
            """
        );

    [Fact]
    public Task Memory_StoredThroughAPointer_IsNotReported() => Snippet.Verify("""
        void M(nint table, string s) { nint p = Marshal.StringToHGlobalUni(s); Marshal.WriteIntPtr(table, 8, p); }
        void N(nint table, string s) { nint p = Marshal.StringToHGlobalUni(s); Put(table, p); }
        static void Put(nint table, nint value) { if (table != 0) Marshal.WriteIntPtr(table, value); }
        """);

    [Fact]
    public Task Memory_WrittenTo_IsReported() => Snippet.Verify("""
        void M() { nint p = {|FFI1015:Marshal.AllocHGlobal(8)|}; Marshal.WriteIntPtr(p, 0); }
        void N() { nint p = {|FFI1015:Marshal.AllocHGlobal(8)|}; Clear(p); }
        static void Clear(nint p) { Marshal.WriteInt64(p, 0); }
        """);

    [Fact]
    public Task Memory_FreedAfterACleanUpThatMayThrow_IsNotReported() =>
        Snippet.Verify(
            """
            static void Revert() { if (Native.Quiet(1) != 0) throw new InvalidOperationException(); }
            void M(string s) { nint p = 0; try { p = Marshal.StringToHGlobalUni(s); Native.Take(p); } finally { Revert(); if (p != 0) Marshal.FreeHGlobal(p); } }
            void N(string s) { nint p = 0; try { try { p = Marshal.StringToHGlobalUni(s); Native.Take(p); } finally { Revert(); if (p != 0) Marshal.FreeHGlobal(p); } } catch { throw; } }
            void O(string s) { nint p = {|FFI1015:Marshal.StringToHGlobalUni(s)|}; Revert(); Marshal.FreeHGlobal(p); }
            void Q(string s) { nint p = {|FFI1015:Marshal.StringToHGlobalUni(s)|}; try { Native.Take(p); } finally { try { Revert(); Marshal.FreeHGlobal(p); } catch (InvalidOperationException) { } } }
            """
        );

    [Fact]
    public Task Memory_OfWhatConversionsOfAnAddressCannotLose_IsNotReported() =>
        Snippet.Verify(
            """
            void M(long* slot) { nint p = 0; try { p = Marshal.AllocHGlobal(8); *slot = (long)((IntPtr)p).ToPointer(); } catch (SystemException) { throw new InvalidOperationException(); } }
            """
        );

    [Fact]
    public Task Memory_GivenToAHandleWhereItIsNotNull_IsNotReported() =>
        Snippet.Verify(
            """
            sealed class Block : SafeHandle { int length; public override bool IsInvalid => handle == 0;
                Block(nint p, bool owns) : base(0, owns) { try { SetHandle(p); return; } catch { Dispose(true); throw; } }
                protected override bool ReleaseHandle() { Marshal.FreeHGlobal(handle); return true; }
                public static bool TryCreate(int n, ref Block? result)
                { result = null; if (n > 0) { nint p = Marshal.AllocHGlobal(n); if (p != IntPtr.Zero) { System.Runtime.CompilerServices.Unsafe.InitBlockUnaligned((void*)p, 0, (uint)n); (result = new Block(p, true)).length = n; return true; } } return false; } }
            """
        );

    [Fact]
    public Task Memory_WrittenIntoATable_IsNotReported() =>
        Snippet.Verify(
            """
            void M(string[] names, nint table)
            {
                try
                {
                    for (int i = 0; i < names.Length; i++) { nint name = Marshal.StringToHGlobalUni(names[i]); Marshal.WriteIntPtr(table + i * 8, name); }
                    Native.Take(table);
                }
                finally { for (int i = 0; i < names.Length; i++) Marshal.FreeHGlobal(Marshal.ReadIntPtr(table, i * 8)); }
            }
            """
        );

    [Fact]
    public Task Memory_FilledFromAMemoryStream_IsNotReported() =>
        Snippet.Verify(
            """
            void M(System.IO.MemoryStream s) { nint p = Marshal.AllocHGlobal(4); Marshal.WriteByte(p, (byte)s.ReadByte()); Native.Take(p); Marshal.FreeHGlobal(p); }
            void N(System.IO.FileStream s) { nint p = {|FFI1015:Marshal.AllocHGlobal(4)|}; Marshal.WriteByte(p, (byte)s.ReadByte()); Native.Take(p); Marshal.FreeHGlobal(p); }
            """
        );

    [Fact]
    public Task MemoryGivenToWhatIsBoundAtRunTime_IsNotReported() => Snippet.Verify("""
        void M(dynamic owner) { nint p = Marshal.AllocHGlobal(4); Marshal.WriteInt32(p, 1); owner.Adopt(p); }
        object N(dynamic shape) { nint p = Marshal.AllocHGlobal(4); return shape.Of(p, 4); }
        """);

    [Fact]
    public Task MemoryYieldedToTheCaller_IsNotReported() =>
        Snippet.Verify(
            """
            IEnumerable<nint> M(string[] texts) { foreach (string text in texts) { nint p = Marshal.StringToHGlobalUni(text); yield return p; } }
            """
        );

    [Fact]
    public Task MemoryThatMayBeExchangedIntoAField_IsNotReported() =>
        Snippet.Verify(
            """
            static nint cached;
            static nint M()
            {
                if (cached == 0) { nint made = Marshal.AllocHGlobal(16); if (Interlocked.CompareExchange(ref cached, made, 0) != 0) Marshal.FreeHGlobal(made); }
                return cached;
            }
            static void N(int x) { nint made = {|FFI1015:Marshal.AllocHGlobal(16)|}; if (Interlocked.Increment(ref x) > 3) Marshal.FreeHGlobal(made); }
            """
        );
}
