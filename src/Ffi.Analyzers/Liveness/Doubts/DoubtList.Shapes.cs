using Ffi.Generators.Analysis;

namespace Ffi.Analyzers.Liveness.Doubts;

// Doubts by the shape of the code.
internal static partial class DoubtList
{
    public static readonly Doubt PinnedByOverlapped = new(
        "pinned by an overlapped operation",
        [Unpinned],
        "a method that uses NativeOverlapped*",
        "An overlapped operation pins its arrays.")
    {
        Example = """
            void M(NativeOverlapped* operation)
            {
                byte[] a = new byte[4];
                Native.Take(Marshal.UnsafeAddrOfPinnedArrayElement(a, 0));
                Native.Use(operation);
            }
            """,
    };

    public static readonly Doubt WaitsForIt = new(
        "waits for what it starts",
        [Escapes, DiagnosticIds.StackAddressEscapes, DiagnosticIds.PinUsedAfterRelease],
        "a method that waits, joins or awaits",
        "The method does not return before the started code has ended.")
    {
        Example = """
            void M(byte[] a) { fixed (byte* p = a) { nint q = (nint)p; Task t = Task.Run(() => Native.Take(q)); t.Wait(); } }
            """,
    };

    public static readonly Doubt ReleasedElsewhere = new(
        "released elsewhere",
        [NotReleased],
        "an add-ref in a method that releases nothing",
        "The release is in another method of the type, or the reference is meant to stay.")
    {
        Example = """
            void M(Microsoft.Win32.SafeHandles.SafeFileHandle h) { bool added = false; h.DangerousAddRef(ref added); }
            """,
    };

    public static readonly Doubt StateOfACall = new(
        "state of a call",
        [Escapes, DiagnosticIds.PinUsedAfterRelease, DiagnosticIds.StackAddressEscapes],
        "a pointer that is stored in a member of a member, in a member of a local or by a helper, and a call after it",
        "The member holds the input of that call. The next call overwrites it.")
    {
        Example = """
            class State { public Info Info; } State state = new();
            void Run() { }
            void M(byte[] a) { fixed (byte* p = a) { state.Info.Data = p; Run(); } }
            """,
    };

    public static readonly Doubt BehindPointer = new(
        "behind a pointer",
        [Escapes],
        "a pointer that is stored through a pointer",
        "It is part of a protocol with native code or a device, and native code may be done with it before the pin ends.")
    {
        Example = """
            void M(byte[] a, byte** slot) { fixed (byte* p = a) { *slot = p; } }
            """,
    };

    public static readonly Doubt FreedByCallback = new(
        "freed by a callback",
        [NotReleased, NotFreed],
        "a native function that takes a callback in addition to the resource",
        "Native code calls the callback to free the resource.")
    {
        Example = """
            [DllImport("n")] static extern void n_wrap(nint data, Callback free); static readonly Callback s_free = static x => x;
            void M() { nint p = Marshal.AllocHGlobal(4); n_wrap(p, s_free); }
            """,
    };

    public static readonly Doubt NoTurn = new(
        "empty loop",
        [NotReleased, NotFreed],
        "a loop that may not run at all",
        "The loop passes the resource on piece by piece. If it does not run, there are no pieces.")
    {
        Example = """
            static readonly List<nint> s_pieces = [];
            void M(int n) { nint p = Marshal.AllocHGlobal(n); for (int i = 0; i < n; i++) { s_pieces.Add(p + i); } }
            """,
    };

    public static readonly Doubt LikelyLiteral = new(
        "likely a literal",
        [Unpinned],
        "a method that returns the address of a ReadOnlySpan<byte>",
        "Such a method is written for u8 literals, which don't move.")
    {
        Example = """
            static byte* M(ReadOnlySpan<byte> text) => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(text));
            """,
    };
}
