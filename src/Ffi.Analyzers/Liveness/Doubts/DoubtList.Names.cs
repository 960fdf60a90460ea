using System.Collections.Immutable;
using Ffi.Generators.Analysis;

namespace Ffi.Analyzers.Liveness.Doubts;

// Doubts by what a name says.
internal static partial class DoubtList
{
    public static readonly Doubt HandedOver = new("handed over", [NotReleased, NotFreed, Outlives, DiagnosticIds.ReleasedTwice], "the native function that a resource is passed to",
        "A function of that name may free it, or keep it and free it later.")
    {
        Words =
        [
            "free", "destroy", "release", "delete", "dispose", "close", "fclose", "dlclose", "closedir", "unref", "adopt", "ownership", "register", "unregister", "deregister",
            "post", "queue", "enqueue", "set user data", "setuserdata", "callback", "callbacks", "dealloc", "deallocate",
        ],
        Example = """
            [DllImport("n")] static extern void n_queue_push(nint item);
            void M() { nint p = Marshal.AllocHGlobal(4); n_queue_push(p); }
            """,
    };

    public static readonly Doubt CleanUp = new("clean-up", [Outlives], "the method that uses the raw handle", "It ends the object, which its callers still have.")
    {
        Words = ["dispose", "release", "free", "close", "destroy", "finalize"],
        IsAtStart = true,
        Example = """
            } unsafe class Owner { nint handle; ~Owner() { Native.Close(handle); }
            [DllImport("n")] static extern void n_flush(nint handle);
            public void CloseSoon() { n_flush(handle); }
            """,
    };

    public static readonly Doubt OnlyLooks = new("finalizer only looks", [Outlives], "the call that the finalizer passes the handle to",
        "What gets the handle beside other things, under no name of a free, may only look at it.")
    {
        Words =
        [
            "close", "free", "release", "destroy", "delete", "dispose", "unref", "decref", "drop", "term", "terminate", "finish", "finalize", "shutdown", "clean", "cleanup", "deinit", "uninit",
            "unmap", "munmap", "dealloc", "deallocate", "fclose", "dlclose",
        ],
        IsUnlessNamed = true,
        Example = """
            } unsafe class Owner { nint handle; int kind; ~Owner() { n_count(kind, handle); }
            [DllImport("n")] static extern void n_count(int kind, nint handle);
            public void Run() { Native.Take(handle); }
            """,
    };

    public static readonly Doubt FinalizerTells = new("finalizer tells", [Outlives], "the call that the finalizer passes the handle to", "It writes about the handle, and frees nothing.")
    {
        Words = ["write", "print", "log", "trace", "assert", "debug", "on disposing", "on closing", "on disposed", "on closed", "on freed", "on released", "on destroyed"],
        Example = """
            } unsafe class Owner { nint handle; ~Owner() { WriteLost(handle); }
            static void WriteLost(nint handle) { }
            public void Run() { Native.Take(handle); }
            """,
    };

    public static readonly Doubt FinalizerDefers = new("finalizer defers", [Outlives], "a call in the finalizer", "The free is posted to the thread that uses the handle, which does it between two of its calls.")
    {
        Words =
        [
            "thread safe", "threadsafe", "defer", "deferred", "queue", "enqueue", "post", "schedule", "dispatch", "later", "main thread", "mainthread", "main loop", "mainloop", "on idle",
        ],
        Example = """
            } unsafe class Owner { nint handle; ~Owner() { Post(() => Native.Close(handle)); }
            static void Post(Action action) { }
            public void Run() { Native.Take(handle); }
            """,
    };

    public static readonly Doubt HeldElsewhere = new("held elsewhere", [Outlives, DiagnosticIds.BorrowedResultInvalid, DiagnosticIds.CallbackNotKeptAlive],
        "the static method that gave the handle", "Whoever gave it may hold it, unless the method is seen to make it, or named for that.")
    {
        Words = ["open", "create"],
        IsAtStart = true,
        IsUnlessNamed = true,
        Example = """
            static Microsoft.Win32.SafeHandles.SafeFileHandle Shared(string path) { if (path == "") { throw new ArgumentException(); } return System.IO.File.OpenHandle(path); }
            void M() { var file = Shared("a"); Native.Take(file.DangerousGetHandle()); }
            """,
    };

    public static readonly Doubt OwnError = new("error of its own", [DiagnosticIds.LastErrorLost], "a call whose result nobody looks at", "Its error is asked for in place of a result, unless it is a clean-up.")
    {
        Words = ["close", "free", "release", "destroy", "unmap", "munmap", "delete", "unlock", "fclose", "closedir", "dlclose"],
        IsUnlessNamed = true,
        Example = """
            [DllImport("n", SetLastError = true)] static extern int n_move(int from);
            int M(string path) { int fd = Native.Open(path); n_move(fd); return Marshal.GetLastWin32Error(); }
            """,
    };

    public static readonly Doubt SaidToBePinned = new("said to be pinned", [Escapes, Unpinned], "what is fixed, or the method or parameter that it comes from", "Whoever named it pins it for longer.")
    {
        Words = ["pinned"],
        Example = """
            byte[] pinnedData; byte* kept;
            void M() { fixed (byte* p = pinnedData) { kept = p; } }
            """,
    };

    public static readonly Doubt SaidToBeFixed = new("said to be fixed", [Escapes, Unpinned], "the method or type that a span is passed to", "It is written for memory that stays where it is.")
    {
        Words = ["fixed", "unmanaged"],
        Example = """
            byte* kept;
            void SetFixedMemory(Span<byte> data) { fixed (byte* p = data) { kept = p; } }
            """,
    };

    public static readonly Doubt OnCallersStack = new("on the caller's stack", [Escapes], "a method that is called beside", "What a reference from the caller refers to is on the stack: fixed is only the way to its address.")
    {
        Words = ["stack"],
        Example = """
            static void AssertIsOnStack(nint p) { }
            static nint M(ref int value) { fixed (int* p = &value) { AssertIsOnStack((nint)p); return (nint)p; } }
            """,
    };

    public static readonly Doubt SameAnswer = new("same answer", Enumerable.Range(1001, 23).Select(static id => $"FFI{id}").ToImmutableArray(), "a method without arguments that is asked twice", "It is meant to answer the same, so the path doesn't exist.")
    {
        Words = ["get", "is", "has"],
        IsAtStart = true,
        Example = """
            bool IsLarge() => GetHashCode() > 4;
            void M() { nint p = 0; if (IsLarge()) { p = Marshal.AllocHGlobal(4); Native.Take(p); } if (IsLarge()) { Marshal.FreeHGlobal(p); } }
            """,
    };

    public static readonly Doubt OnlyAnswers = new("only answers", [NotReleased, NotFreed, DiagnosticIds.BorrowedArgumentRetained, DiagnosticIds.CallbackNotKeptAlive], "an abstract method", "What only gets a value rarely throws.")
    {
        Words = ["get"],
        IsAtStart = true,
        Example = """
            } abstract class Source { public abstract int GetSize();
            void M() { nint p = Marshal.AllocHGlobal(4); GetSize(); Marshal.FreeHGlobal(p); }
            """,
    };

    public static readonly Doubt Buffer = new("a buffer", [DiagnosticIds.SpanWithoutNul], "the parameter of a C function that reads text", "It takes a length beside.")
    {
        Words = ["buffer", "buf"],
        Example = """
            [DllImport("c")] static extern int puts(byte[] buffer);
            void M() { puts(new byte[] { 65, 66 }); }
            """,
    };

    /// <summary>Of FFI1011, whose analyzer looks at declarations only.</summary>
    public static readonly Doubt OnlySets = new("only sets", [DiagnosticIds.UnsafeSuppressGCTransition], "a function that takes a function pointer", "What is only set is called back later.")
    {
        Words = ["set", "register", "install"],
    };
}
