namespace Ffi.Generators.Tests.Liveness;

/// <summary>Kinds of wrong reports that were found in foreign code, each beside a mistake of the same kind that is still
/// reported.</summary>
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
    public Task Parameter_OfAPrimaryConstructor_IsAField() =>
        Snippet.Verify(
            """
            } sealed unsafe class D(int word) { nint kept; public void Keep() { fixed (int* p = &word) { Native.Use(p); kept = {|FFI1001:(nint)p|}; } }
            """
        );

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

    [Fact]
    public Task Element_OfATuple_IsAskedForInACondition() =>
        Snippet.Verify(
            """
            void M((bool Has, int Length) pair, nint q) { (bool Has, int Length) copy = pair; if (copy.Has) { Native.Take(q); } }
            void N((bool Has, int Length) pair) { nint p = Marshal.AllocHGlobal(4); Marshal.FreeHGlobal(p); if (pair.Has) { Native.Take({|FFI1014:p|}); } }
            """
        );

    [Fact]
    public Task Assignment_InACondition_IsTheVariable() =>
        Snippet.Verify(
            """
            nint kept;
            void M(int n) { nint p; if ((p = Marshal.ReAllocHGlobal(kept, n)) == IntPtr.Zero) { throw new InvalidOperationException("x"); } kept = p; }
            void N(int n) { nint p; if ((p = {|FFI1015:Marshal.AllocHGlobal(n)|}) != IntPtr.Zero) { throw new InvalidOperationException("x"); } kept = p; }
            """
        );

    [Fact]
    public Task Block_InAnObjectWithAFinalizer_IsTheObjects() =>
        Snippet.Verify(
            """
            } static class Checks { public static void Positive(int n) { if (n < 0) { throw new ArgumentException("n"); } } }
            sealed class Hook { nint handle; ~Hook() { Marshal.FreeHGlobal(handle); }
                static Hook Make(int n) { var made = new Hook(); made.handle = Marshal.AllocHGlobal(4); Checks.Positive(n); return made; } }
            sealed class Loose { nint handle;
                static Loose Make(int n) { var made = new Loose(); made.handle = {|FFI1015:Marshal.AllocHGlobal(4)|}; Checks.Positive(n); return made; }
            """
        );

    [Fact]
    public Task Block_ReturnedByReference_IsTheCallers() => Snippet.Verify("""
        ref byte M() { void* p = NativeMemory.Alloc(4); return ref Unsafe.AsRef<byte>(p); }
        byte N() { void* p = {|FFI1015:NativeMemory.Alloc(4)|}; return Unsafe.AsRef<byte>(p); }
        """);

    [Fact]
    public Task Loop_ThatHandsPiecesOver_HasATurn() =>
        Snippet.Verify(
            """
            nint[] M(int n) { byte* p = (byte*)Marshal.AllocHGlobal(n); var parts = new nint[n]; for (int i = 0; i < n; i++) { p[i] = 0; parts[i] = (nint)(&p[i]); } return parts; }
            int[] N(int n) { byte* p = (byte*){|FFI1015:Marshal.AllocHGlobal(n)|}; var parts = new int[n]; for (int i = 0; i < n; i++) { p[i] = 0; parts[i] = p[i]; } return parts; }
            """
        );

    [Fact]
    public Task Pin_InAVariableAroundALambda_OutlivesTheLambda() =>
        Snippet.Verify(
            """
            void M(Memory<byte> m, Action<Action> run) { MemoryHandle pin = default; run(() => { pin.Dispose(); pin = m.Pin(); }); pin.Dispose(); }
            void N(Memory<byte> m, Action<Action> run) { run(() => { MemoryHandle pin = {|FFI1006:m.Pin()|}; Native.Use(pin.Pointer); }); }
            """
        );

    [Fact]
    public Task Pin_OfATurn_IsLostToTheNext() =>
        Snippet.Verify(
            """
            void M(byte[][] all) { GCHandle pin = default; foreach (byte[] a in all) { if (pin.IsAllocated) { pin.Free(); } pin = GCHandle.Alloc(a, GCHandleType.Pinned); Native.Take(pin.AddrOfPinnedObject()); } pin.Free(); }
            void N(byte[][] all) { GCHandle pin = default; foreach (byte[] a in all) { pin = {|FFI1006:GCHandle.Alloc(a, GCHandleType.Pinned)|}; Native.Take(pin.AddrOfPinnedObject()); } pin.Free(); }
            """
        );

    [Fact]
    public Task Finalizer_DoesNothingInAStateThatItAsksFor() =>
        Snippet.Verify(
            """
            } enum Stage { Ready, Done }
            sealed class Transaction { nint handle; Stage stage; bool isDisposed; ~Transaction() { Dispose(false); }
                void Dispose(bool disposing) { if (isDisposed) { return; } isDisposed = true; if (stage == Stage.Ready) { Abort(); } }
                public void Abort() { if (stage != Stage.Ready) { throw new InvalidOperationException(); } stage = Stage.Done; Native.Close(handle); }
                public void Commit() { stage = Stage.Done; Native.Step(handle); }
                public void Take() { nint taken = handle; handle = 0; Native.Step(taken); }
                public void Renew() { stage = Stage.Ready; Native.Step({|FFI1009:handle|}); }
                public void Run() { Native.Step({|FFI1009:handle|}); }
            """
        );

    [Fact]
    public Task Object_IsAliveWhereThePrivateMethodsCallersUseIt() => Snippet.Verify("""
        } sealed class Stream { nint handle; int position; ~Stream() { Native.Close(handle); }
            public void Write() { Step(); position = 1; }
            public void Flush() { Flush(2); position = 2; }
            void Flush(int times) { Step(); }
            void Step() { Native.Step(handle); }
            public void Last() { LastStep(); }
            void LastStep() { Native.Step({|FFI1009:handle|}); }
            public Action Later() { Run(); position = 3; return Run; }
            void Run() { Native.Step({|FFI1009:handle|}); }
        """);

    [Fact]
    public Task Span_OfAnotherParameterOrConstructor_IsFollowedToItsCallers() =>
        Snippet.Verify(
            """
            } readonly unsafe struct Key { readonly byte[]? text; readonly byte* p;
                public Key(ReadOnlySpan<byte> bytes) { p = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(bytes)); }
                public Key(byte[] pinned) : this(pinned.AsSpan()) { text = pinned; }
                static Key Make() { byte[] made = GC.AllocateUninitializedArray<byte>(4, pinned: true); Key key = new(made); return key; } }
            readonly unsafe struct Loose { readonly byte[]? text; readonly byte* p;
                public Loose(ReadOnlySpan<byte> bytes) { p = (byte*)Unsafe.AsPointer(ref {|FFI1002:MemoryMarshal.GetReference(bytes)|}); }
                public Loose(byte[] array) : this(array.AsSpan()) { text = array; }
                static Loose Make() { byte[] made = new byte[4]; return new Loose(made); } }
            unsafe class Inner {
                void M(int n) { Span<byte> bytes = stackalloc byte[4]; Fill(bytes); void Fill(Span<byte> b) { Native.Use(Unsafe.AsPointer(ref MemoryMarshal.GetReference(b))); } }
                void N(byte[] a) { Fill(a); void Fill(Span<byte> b) { Native.Use(Unsafe.AsPointer(ref {|FFI1002:MemoryMarshal.GetReference(b)|})); } }
            """
        );

    [Fact]
    public Task ArgumentObject_HasToBeAliveToo() => Snippet.Verify("""
        } sealed class Owner { nint handle; public nint Handle => handle; ~Owner() { Native.Close(handle); }
            static void Static(Owner o) { Native.Step({|FFI1009:o.Handle|}); }
            static void Early(Owner o) { GC.KeepAlive(o); Native.Step({|FFI1009:o.handle|}); }
            static void Kept(Owner o) { Native.Step(o.Handle); GC.KeepAlive(o); }
        """);

    [Fact]
    public Task Address_PutIntoAFieldByCompareExchange_IsKept() =>
        Snippet.Verify(
            """
            nint kept;
            void M(byte[] a) { GCHandle pin = GCHandle.Alloc(a, GCHandleType.Pinned); Interlocked.CompareExchange(ref kept, {|FFI1005:pin.AddrOfPinnedObject()|}, 0); pin.Free(); Native.Take(kept); }
            void N(byte[] a) { GCHandle pin = GCHandle.Alloc(a, GCHandleType.Pinned); Interlocked.CompareExchange(ref kept, 0, pin.AddrOfPinnedObject()); pin.Free(); Native.Take(kept); }
            """
        );

    [Fact]
    public Task Difference_OfPointers_IsNoAddress() => Snippet.Verify("""
        long length; nint kept;
        static void Move(ref byte* p) { if (p != null) { p++; } }
        void M(byte[] a) { fixed (byte* p = a) { byte* q = p; Move(ref q); length = q - p; } }
        void N(byte[] a) { fixed (byte* p = a) { kept = {|FFI1001:(nint)p - 4|}; } }
        """);

    [Fact]
    public Task DelegateOfANativeFunction_ThrowsNothing() =>
        Snippet.Verify(
            """
            [UnmanagedFunctionPointer(CallingConvention.Cdecl)] delegate int Receive(nint p);
            static Receive receive = null!; static Func<nint, int> managed = null!;
            [DllImport("n")] static extern int n_receive(nint p); static readonly Func<nint, int> s_native = n_receive;
            void O(byte[] a) { GCHandle pin = GCHandle.Alloc(a, GCHandleType.Pinned); s_native(pin.AddrOfPinnedObject()); pin.Free(); }
            void M(byte[] a) { GCHandle pin = GCHandle.Alloc(a, GCHandleType.Pinned); receive(pin.AddrOfPinnedObject()); pin.Free(); }
            void N(byte[] a) { GCHandle pin = {|FFI1006:GCHandle.Alloc(a, GCHandleType.Pinned)|}; managed(pin.AddrOfPinnedObject()); pin.Free(); }
            """
        );

    [Fact]
    public Task FunctionThatOnlyThrows_StandsForAnother() => Snippet.Verify("""
        static int Rewritten(nint p) { throw new NotImplementedException(); }
        static void Check(int x) { if (x < 0) { throw new ArgumentException("x"); } }
        int M() { nint p = Marshal.AllocHGlobal(4); int result = Rewritten(p); Marshal.FreeHGlobal(p); return result; }
        void N(int x) { nint p = {|FFI1015:Marshal.AllocHGlobal(4)|}; Check(x); Marshal.FreeHGlobal(p); }
        """);

    [Fact]
    public Task ObjectUnderConstruction_IsAlive() =>
        Snippet.Verify(
            """
            } sealed class Library { readonly nint handle; Library() { handle = Native.OpenHandle(); Load(); } ~Library() { Native.Close(handle); }
                void Load() { Native.Step(handle); }
                public void Reload() => LoadAgain();
                void LoadAgain() { Native.Step({|FFI1009:handle|}); }
            """
        );

    [Fact]
    public Task AddRefs_OfManyHandles_AreReleasedInAnotherLoop() =>
        Snippet.Verify(
            """
            void M(SafeHandle[] all, nint[] raw)
            {
                bool added = false;
                for (int i = 0; i < all.Length; i++) { SafeHandle one = all[i]; one.DangerousAddRef(ref added); raw[i] = one.DangerousGetHandle(); }
                foreach (SafeHandle one in all) { one.DangerousRelease(); }
            }
            void N(SafeHandle one, bool c) { bool added = false; {|FFI1006:one.DangerousAddRef(ref added)|}; Native.Take(one.DangerousGetHandle()); if (c) { one.DangerousRelease(); } }
            """
        );

    [Fact]
    public Task Block_WhoseFieldGoesWithACallback_MayBeFreedByIt() => Snippet.Verify("""
        [DllImport("n")] static extern int n_start(ref int state, Callback done); [DllImport("n")] static extern int n_look(ref int state);
        static readonly Callback s_done = static x => x;
        struct Context { public int State; }
        void M() { var context = (Context*)Marshal.AllocHGlobal(4); n_start(ref context->State, s_done); }
        void N() { var context = (Context*){|FFI1015:Marshal.AllocHGlobal(4)|}; n_look(ref context->State); }
        """);
}
