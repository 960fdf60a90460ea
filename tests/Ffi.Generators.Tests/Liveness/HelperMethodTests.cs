namespace Ffi.Generators.Tests.Liveness;

/// <summary>What a method of the compilation does with what it is given is seen in its text, if it does it in every call.</summary>
public class HelperMethodTests
{
    [Fact]
    public Task Memory_FreedByAHelper_IsFreed() => Snippet.Verify("""
        static void Free(nint p) { if (p != 0) { Marshal.FreeHGlobal(p); } }
        static void FreeByAnother(nint p) => Free(p);
        static void FreeAtTimes(nint p, bool now) { if (now) { Marshal.FreeHGlobal(p); } }
        void Use() { nint p = Marshal.AllocHGlobal(4); Free(p); Native.Take({|FFI1014:p|}); }
        void Twice() { nint p = Marshal.AllocHGlobal(4); FreeByAnother(p); {|FFI1007:Free(p)|}; }
        void Once() { nint p = Marshal.AllocHGlobal(4); Native.Take(p); FreeByAnother(p); }
        void AtTimes() { nint p = Marshal.AllocHGlobal(4); FreeAtTimes(p, false); Native.Take(p); }
        """);

    [Fact]
    public Task Memory_OfTheWrongFamily_IsSeenThroughAHelper() => Snippet.Verify("""
        static void Free(nint p) => Marshal.FreeCoTaskMem(p);
        void M() { nint p = Marshal.AllocHGlobal(4); {|FFI1014:Free(p)|}; }
        void N() { nint p = Marshal.AllocCoTaskMem(4); Free(p); }
        """);

    [Fact]
    public Task Pin_FreedByAHelper_IsReleased() =>
        Snippet.Verify(
            """
            static void Free(GCHandle pin) { if (pin.IsAllocated) { pin.Free(); } }
            void M(byte[] a) { GCHandle pin = GCHandle.Alloc(a, GCHandleType.Pinned); nint p = pin.AddrOfPinnedObject(); Free(pin); Native.Take({|FFI1005:p|}); }
            void N(byte[] a) { GCHandle pin = GCHandle.Alloc(a, GCHandleType.Pinned); Native.Take(pin.AddrOfPinnedObject()); Free(pin); }
            """
        );

    [Fact]
    public Task Memory_MadeByAHelper_IsTheCallers() => Snippet.Verify("""
        static nint Make(int size) { nint p = Marshal.AllocHGlobal(size); Marshal.WriteByte(p, 0); return p; }
        static nint MakeOrNull(int size) { if (size == 0) { return IntPtr.Zero; } return Make(size); }
        static readonly List<nint> s_all = [];
        static nint MakeAndKeep(int size) { nint p = Marshal.AllocHGlobal(size); s_all.Add(p); return p; }
        static GCHandle Pin(byte[] a) => GCHandle.Alloc(a, GCHandleType.Pinned);
        void Lost() { nint p = {|FFI1015:MakeOrNull(4)|}; Native.Take(p); }
        void LostPin(byte[] a) { GCHandle pin = {|FFI1006:Pin(a)|}; Native.Take(pin.AddrOfPinnedObject()); }
        void Freed() { nint p = Make(4); Native.Take(p); Marshal.FreeHGlobal(p); }
        void Null() { nint p = MakeOrNull(0); if (p == 0) { return; } Marshal.FreeHGlobal(p); }
        void Kept() { nint p = MakeAndKeep(4); Native.Take(p); }
        """);

    [Fact]
    public Task Address_KeptByAHelper_OutlivesItsPin() => Snippet.Verify("""
        byte* kept; static nint s_kept; int length;
        void Keep(byte* p) => kept = p;
        void KeepAt(byte* p) { length = 1; Keep(p); }
        static void KeepForAll(byte* p) { s_kept = (nint)p; }
        void Measure(byte* p) { length = *p; }
        void M(byte[] a) { fixed (byte* p = a) { Keep({|FFI1001:p|}); } }
        void N(byte[] a) { fixed (byte* p = a) { KeepAt({|FFI1001:p|}); } }
        void O(byte[] a) { fixed (byte* p = a) { KeepForAll({|FFI1001:p|}); } }
        void Reset(byte[] a) { fixed (byte* p = a) { Keep(p); Keep(null); } }
        void Looked(byte[] a) { fixed (byte* p = a) { Measure(p); } }
        """);

    [Fact]
    public Task Address_ReturnedByAHelper_IsStillTheAddress() => Snippet.Verify("""
        byte* kept; long length;
        static byte* Skip(byte* p) => p + 4;
        static byte* SkipTwice(byte* p) { return Skip(p); }
        static nint Count(byte* p) => *p;
        void M(byte[] a) { fixed (byte* p = a) { kept = {|FFI1001:Skip(p)|}; } }
        byte* N(byte[] a) { fixed (byte* p = a) { return {|FFI1001:Skip(p)|}; } }
        void O(byte[] a) { fixed (byte* p = a) { length = Count(p); } }
        """);

    [Fact]
    public Task Handle_ThatAnObjectMadeForItself_LivesAsLongAsTheObject() => Snippet.Verify("""
        readonly Microsoft.Win32.SafeHandles.SafeFileHandle own = System.IO.File.OpenHandle("a");
        readonly Microsoft.Win32.SafeHandles.SafeFileHandle given;
        C(Microsoft.Win32.SafeHandles.SafeFileHandle handle) { given = handle; Native.Take(own.DangerousGetHandle()); }
        void Last() { Native.Take({|FFI1009:own.DangerousGetHandle()|}); }
        void Kept() { Native.Take(own.DangerousGetHandle()); GC.KeepAlive(this); }
        void KeptItself() { Native.Take(own.DangerousGetHandle()); GC.KeepAlive(own); }
        void Held() { bool added = false; own.DangerousAddRef(ref added); Native.Take(own.DangerousGetHandle()); own.DangerousRelease(); }
        void Shared() { Native.Take(given.DangerousGetHandle()); }
        """);
}
