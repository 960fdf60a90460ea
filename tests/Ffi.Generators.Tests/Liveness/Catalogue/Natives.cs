global using System.IO;

// What the catalogue's programs call, declared as programs declare it: apart, and in more than one style.
internal static unsafe partial class Libc
{
    [LibraryImport("libc", SetLastError = true)]
    internal static partial nint read(int fd, byte* buffer, nuint count);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    internal static partial int close(int fd);

    [LibraryImport("libc")]
    internal static partial int getpid();

    [LibraryImport("libc")]
    internal static partial int puts(byte* text);

    [LibraryImport("libc")]
    internal static partial nuint strlen(byte* text);

    [LibraryImport("libc")]
    internal static partial void* malloc(nuint size);

    [LibraryImport("libc")]
    internal static partial void free(void* block);

    [LibraryImport("libc", EntryPoint = "strdup")]
    internal static partial byte* Duplicate(byte* text);
}

internal struct DeviceHandle { public nint Value; }

[StructLayout(LayoutKind.Sequential)]
internal unsafe struct IoVector { public void* Base; public nuint Length; }

[StructLayout(LayoutKind.Sequential)]
internal struct BufferDescriptor { public IntPtr Data; public int Length; public int Flags; }

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
internal delegate void LogHandler(int level, IntPtr message);

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
internal delegate int Comparer(IntPtr left, IntPtr right);

internal static unsafe class Codec
{
    const string Library = "codec";

    [DllImport(Library, CallingConvention = CallingConvention.Cdecl)]
    public static extern int codec_encode(IntPtr encoder, IntPtr samples, int count, byte* output, int capacity);

    [DllImport(Library)]
    public static extern int codec_process(byte* data, int length);

    [DllImport(Library)]
    public static extern int codec_process_ptr(IntPtr data, int length);

    [DllImport(Library)]
    public static extern int codec_process_array(byte[] data, int length);

    [DllImport(Library)]
    public static extern void codec_submit(ref BufferDescriptor descriptor);

    [DllImport(Library)]
    public static extern void codec_submit_value(BufferDescriptor descriptor);

    [DllImport(Library)]
    public static extern long codec_writev(int fd, IoVector* vectors, int count);

    [DllImport(Library)]
    public static extern IntPtr codec_create(int rate);

    [DllImport(Library)]
    public static extern void codec_destroy([Frees] IntPtr encoder);

    [DllImport(Library)]
    public static extern int codec_control(IntPtr encoder, int request);

    [DllImport(Library)]
    public static extern void codec_set_log(IntPtr handler);

    [DllImport(Library)]
    public static extern void codec_set_log_delegate(LogHandler handler);

    [DllImport(Library)]
    public static extern void codec_sort(IntPtr items, int count, IntPtr comparer);

    [DllImport(Library)]
    public static extern void codec_on_log([Retained(Until = "codec_off_log")] LogHandler handler);

    [DllImport(Library)]
    public static extern void codec_off_log();

    [DllImport(Library)]
    public static extern void codec_begin_read([Retained(Until = "codec_end_read")] byte* buffer, int length);

    [DllImport(Library)]
    public static extern void codec_end_read();

    [DllImport(Library)]
    public static extern void codec_attach([Retained] IntPtr buffer, int length);

    [DllImport(Library)]
    public static extern void codec_attach_array([Retained] byte[] buffer, int length);

    [DllImport(Library)]
    public static extern void codec_attach_text([Retained] string text);

    [DllImport(Library)]
    [return: FreedWith("codec_free")]
    public static extern byte* codec_name(IntPtr encoder);

    [DllImport(Library)]
    public static extern void codec_free(byte* memory);

    [DllImport(Library)]
    public static extern int codec_text([NulTerminated] byte* text);

    [DllImport(Library)]
    public static extern int codec_handle(Microsoft.Win32.SafeHandles.SafeFileHandle handle);

    [DllImport(Library)]
    public static extern void codec_invoke(delegate* unmanaged<int, int> callback);
}

internal static unsafe class Database
{
    [DllImport("db")]
    public static extern int db_step(IntPtr statement);

    [DllImport("db")]
    public static extern int db_reset(IntPtr statement);

    [DllImport("db")]
    public static extern int db_finalize([Frees] IntPtr statement);

    [DllImport("db")]
    public static extern IntPtr db_prepare(IntPtr connection);

    [DllImport("db")]
    [return: BorrowedFrom("statement", InvalidatedBy = new[] { "db_step", "db_reset", "db_finalize" })]
    public static extern byte* db_column_text(IntPtr statement, int column);

    [DllImport("db")]
    [return: BorrowedFrom("statement", InvalidatedBy = new[] { "db_step", "db_reset", "db_finalize" })]
    public static extern IntPtr db_column_blob(IntPtr statement, int column);
}
