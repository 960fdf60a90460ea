using System.Collections.Immutable;
using Ffi.Generators.Analysis;

namespace Ffi.Analyzers.Liveness.Doubts;

// Doubts by what a name says.
internal static partial class DoubtList
{
    public static readonly Doubt HandedOver = new(
        "handed over",
        [NotReleased, NotFreed, Outlives, DiagnosticIds.ReleasedTwice],
        "the native function that a resource is passed to",
        "A function with such a name may free the resource, or keep it and free it later.")
    {
        Words =
        [
            "free", "destroy", "release", "delete", "dispose", "close", "fclose", "dlclose", "closedir", "unref", "adopt", "ownership",
            "register", "unregister", "deregister",
            "post", "queue", "enqueue", "set user data", "setuserdata", "callback", "callbacks", "dealloc", "deallocate",
        ],
        Example = """
            [DllImport("n")] static extern void n_queue_push(nint item);
            void M() { nint p = Marshal.AllocHGlobal(4); n_queue_push(p); }
            """,
    };

    public static readonly Doubt CleanUp = new(
        "clean-up",
        [Outlives],
        "the method that uses the raw handle",
        "The method ends the object, and its callers still refer to the object.")
    {
        Words = ["dispose", "release", "free", "close", "destroy", "finalize"],
        IsAtStart = true,
        Example = """
            } unsafe class Owner { nint handle; ~Owner() { Native.Close(handle); }
            [DllImport("n")] static extern void n_flush(nint handle);
            public void CloseSoon() { n_flush(handle); }
            """,
    };

    public static readonly Doubt HeldElsewhere = new(
        "held elsewhere",
        [Outlives, DiagnosticIds.BorrowedResultInvalid, DiagnosticIds.CallbackNotKeptAlive],
        "the static method that returned the handle",
        "The method may return an object that something else keeps alive, unless it visibly creates the object, or its name says so.")
    {
        Words = ["open", "create"],
        IsAtStart = true,
        IsUnlessNamed = true,
        Example = """
            static Microsoft.Win32.SafeHandles.SafeFileHandle Shared(string path)
            {
                if (path == "") { throw new ArgumentException(); }
                return System.IO.File.OpenHandle(path);
            }
            void M() { var file = Shared("a"); Native.Take(file.DangerousGetHandle()); }
            """,
    };

    public static readonly Doubt OwnError = new(
        "error of its own",
        [DiagnosticIds.LastErrorLost],
        "a call whose result is ignored",
        "The code reads the last error in place of the result. This does not apply to a clean-up.")
    {
        Words = ["close", "free", "release", "destroy", "unmap", "munmap", "delete", "unlock", "fclose", "closedir", "dlclose"],
        IsUnlessNamed = true,
        Example = """
            [DllImport("n", SetLastError = true)] static extern int n_move(int from);
            int M(string path) { int fd = Native.Open(path); n_move(fd); return Marshal.GetLastWin32Error(); }
            """,
    };

    public static readonly Doubt SaidToBePinned = new(
        "said to be pinned",
        [Escapes, Unpinned],
        "what is fixed, or the method or parameter that it comes from",
        "The name says that the memory is pinned for longer.")
    {
        Words = ["pinned"],
        Example = """
            byte[] pinnedData; byte* kept;
            void M() { fixed (byte* p = pinnedData) { kept = p; } }
            """,
    };

    public static readonly Doubt SaidToBeFixed = new(
        "said to be fixed",
        [Escapes, Unpinned],
        "the method or type that a span is passed to",
        "Such a method is written for memory that does not move.")
    {
        Words = ["fixed", "unmanaged"],
        Example = """
            byte* kept;
            void SetFixedMemory(Span<byte> data) { fixed (byte* p = data) { kept = p; } }
            """,
    };

    public static readonly Doubt OnCallersStack = new(
        "on the caller's stack",
        [Escapes],
        "another method that is called",
        "The caller's reference refers to the stack. The fixed statement is only a way to get its address.")
    {
        Words = ["stack"],
        Example = """
            static void AssertIsOnStack(nint p) { }
            static nint M(ref int value) { fixed (int* p = &value) { AssertIsOnStack((nint)p); return (nint)p; } }
            """,
    };

    public static readonly Doubt SameAnswer = new(
        "same result",
        Enumerable.Range(1001, 23).Select(static id => $"FFI{id}").ToImmutableArray(),
        "a method without arguments that is called twice",
        "It returns the same value both times, so a path with two different values doesn't exist.")
    {
        Words = ["get", "is", "has"],
        IsAtStart = true,
        Example = """
            bool IsLarge() => GetHashCode() > 4;
            void M()
            {
                nint p = 0;
                if (IsLarge()) { p = Marshal.AllocHGlobal(4); Native.Take(p); }
                if (IsLarge()) { Marshal.FreeHGlobal(p); }
            }
            """,
    };

    public static readonly Doubt OnlyAnswers = new(
        "getter",
        [NotReleased, NotFreed, DiagnosticIds.BorrowedArgumentRetained, DiagnosticIds.CallbackNotKeptAlive],
        "an abstract method",
        "A method that only gets a value rarely throws.")
    {
        Words = ["get"],
        IsAtStart = true,
        Example = """
            } abstract class Source { public abstract int GetSize();
            void M() { nint p = Marshal.AllocHGlobal(4); GetSize(); Marshal.FreeHGlobal(p); }
            """,
    };

    public static readonly Doubt Buffer = new(
        "a buffer",
        [DiagnosticIds.SpanWithoutNul],
        "the parameter of a C function that reads text",
        "A function with such a parameter takes a length too, and needs no NUL.")
    {
        Words = ["buffer", "buf"],
        Example = """
            [DllImport("c")] static extern int puts(byte[] buffer);
            void M() { puts(new byte[] { 65, 66 }); }
            """,
    };

    /// <summary>Of FFI1011, whose analyzer looks at declarations only.</summary>
    public static readonly Doubt OnlySets = new(
        "only sets",
        [DiagnosticIds.UnsafeSuppressGCTransition],
        "a function that takes a function pointer",
        "A function that only sets a callback does not call it. It is called later.")
    {
        Words = ["set", "register", "install"],
    };
}
