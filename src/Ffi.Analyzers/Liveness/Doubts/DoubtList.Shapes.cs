using Ffi.Generators.Analysis;

namespace Ffi.Analyzers.Liveness.Doubts;

// Doubts by the shape of the code.
internal static partial class DoubtList
{
    public static readonly Doubt PinnedByOverlapped = new("pinned by an overlapped operation", [Unpinned], "NativeOverlapped* is used in the method", "An array that goes along with one is pinned by it.")
    {
        Example = """
            void M(NativeOverlapped* operation) { byte[] a = new byte[4]; Native.Take(Marshal.UnsafeAddrOfPinnedArrayElement(a, 0)); Native.Use(operation); }
            """,
    };

    public static readonly Doubt WaitsForIt = new("waits for what it starts", [Escapes, DiagnosticIds.StackAddressEscapes, DiagnosticIds.PinUsedAfterRelease], "the method waits, joins or awaits", "The frame stays until the started code has ended.")
    {
        Example = """
            void M(byte[] a) { fixed (byte* p = a) { nint q = (nint)p; Task t = Task.Run(() => Native.Take(q)); t.Wait(); } }
            """,
    };

    public static readonly Doubt ReleasedElsewhere = new("released elsewhere", [NotReleased], "an add-ref in a method that releases none", "Its counterpart stands in another method of the type, or it is meant for good.")
    {
        Example = """
            void M(Microsoft.Win32.SafeHandles.SafeFileHandle h) { bool added = false; h.DangerousAddRef(ref added); }
            """,
    };

    public static readonly Doubt StateOfACall = new("state of a call", [Escapes, DiagnosticIds.PinUsedAfterRelease, DiagnosticIds.StackAddressEscapes],
        "a pointer stored in a member of a member or of a local, or by a helper, and a call behind it", "The member is what the call works with, and is overwritten by the next one.")
    {
        Example = """
            class State { public Info Info; } State state = new();
            void Run() { }
            void M(byte[] a) { fixed (byte* p = a) { state.Info.Data = p; Run(); } }
            """,
    };

    public static readonly Doubt BehindPointer = new("behind a pointer", [Escapes], "a pointer stored behind a pointer", "It is a protocol with native code or a device, and may well end inside.")
    {
        Example = """
            void M(byte[] a, byte** slot) { fixed (byte* p = a) { *slot = p; } }
            """,
    };

    public static readonly Doubt FreedByCallback = new("freed by a callback", [NotReleased, NotFreed], "a native function that is given a callback beside the resource",
        "The callback is there to free the resource when native code is done with it.")
    {
        Example = """
            [DllImport("n")] static extern void n_wrap(nint data, Callback free); static readonly Callback s_free = static x => x;
            void M() { nint p = Marshal.AllocHGlobal(4); n_wrap(p, s_free); }
            """,
    };

    public static readonly Doubt NoTurn = new("no turn", [NotReleased, NotFreed], "a loop that is left before its first turn",
        "The loop hands the resource over, piece by piece, and without a turn there are no pieces.")
    {
        Example = """
            static readonly List<nint> s_pieces = [];
            void M(int n) { nint p = Marshal.AllocHGlobal(n); for (int i = 0; i < n; i++) { s_pieces.Add(p + i); } }
            """,
    };

    public static readonly Doubt LikelyLiteral = new("likely a literal", [Unpinned], "a method that turns a ReadOnlySpan<byte> into a pointer and returns it", "It is written for u8 literals, which don't move; its callers know.")
    {
        Example = """
            static byte* M(ReadOnlySpan<byte> text) => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(text));
            """,
    };
}
