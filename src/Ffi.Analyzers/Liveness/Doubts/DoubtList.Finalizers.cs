namespace Ffi.Analyzers.Liveness.Doubts;

// Doubts by the names of calls in a finalizer.
internal static partial class DoubtList
{
    public static readonly Doubt OnlyLooks = new(
        "finalizer only looks",
        [Outlives],
        "the call that the finalizer passes the handle to",
        "A call that has other arguments too, and no name of a free, may only look at the handle.")
    {
        Words =
        [
            "close", "free", "release", "destroy", "delete", "dispose", "unref", "decref", "drop", "term", "terminate", "finish",
            "finalize", "shutdown", "clean", "cleanup", "deinit", "uninit",
            "unmap", "munmap", "dealloc", "deallocate", "fclose", "dlclose",
        ],
        IsUnlessNamed = true,
        Example = """
            } unsafe class Owner { nint handle; int kind; ~Owner() { n_count(kind, handle); }
            [DllImport("n")] static extern void n_count(int kind, nint handle);
            public void Run() { Native.Take(handle); }
            """,
    };

    public static readonly Doubt FinalizerTells = new(
        "finalizer logs",
        [Outlives],
        "the call that the finalizer passes the handle to",
        "The call reports the handle, and frees nothing.")
    {
        Words =
        [
            "write", "print", "log", "trace", "assert", "debug", "on disposing", "on closing", "on disposed", "on closed", "on freed",
            "on released", "on destroyed",
        ],
        Example = """
            } unsafe class Owner { nint handle; ~Owner() { WriteLost(handle); }
            static void WriteLost(nint handle) { }
            public void Run() { Native.Take(handle); }
            """,
    };

    public static readonly Doubt FinalizerDefers = new(
        "finalizer defers",
        [Outlives],
        "a call in the finalizer",
        "The finalizer posts the free to the thread that uses the handle. That thread frees it between two calls.")
    {
        Words =
        [
            "thread safe", "threadsafe", "defer", "deferred", "queue", "enqueue", "post", "schedule", "dispatch", "later", "main thread",
            "mainthread", "main loop", "mainloop", "on idle",
        ],
        Example = """
            } unsafe class Owner { nint handle; ~Owner() { Post(() => Native.Close(handle)); }
            static void Post(Action action) { }
            public void Run() { Native.Take(handle); }
            """,
    };
}
