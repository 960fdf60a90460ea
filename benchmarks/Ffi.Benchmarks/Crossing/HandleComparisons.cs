using System.Runtime.InteropServices;
using Ffi.Benchmarks.Measuring;

namespace Ffi.Benchmarks.Crossing;

/// <summary>A handle that must not be closed while the function runs.</summary>
internal static unsafe class HandleComparisons
{
    private static readonly NumberHandle s_handle = Handles.Open(42);

    /// <summary>The comparisons.</summary>
    public static IEnumerable<Comparison> All { get; } =
    [
        new(
            "Handles",
            "SafeHandle",
            new Way("RawPointer", Loops.InLoop<RawHandle, int>(new(s_handle.DangerousGetHandle()))),
            new Way("LibraryImport", Loops.InLoop<LibraryImport, int>(default)),
            new Way("NativeFunction", Loops.InLoop<NativeFunction, int>(default)),
            new Way("NativeFunction, borrowed", Borrowed)),
    ];

    // A ref struct can't be in a struct's field, so this loop is written out.
    private static long Borrowed(int count)
    {
        long sum = 0;
        using BorrowedHandle<NumberHandle> handle = s_handle.Borrow();
        for (int i = 0; i < count; i++)
        {
            sum += Handles.Value(handle);
        }

        return sum;
    }

    private readonly struct RawHandle(nint handle) : ICall<int>
    {
        private static readonly delegate* unmanaged<nint, int> s_function =
            (delegate* unmanaged<nint, int>)Calls.CallComparisons.Module.GetSymbol("handle_value");

        public int Invoke(int i) => s_function(handle);
    }

    private readonly struct LibraryImport : ICall<int>
    {
        public int Invoke(int i) => ClassicHandles.Value(s_handle);
    }

    private readonly struct NativeFunction : ICall<int>
    {
        public int Invoke(int i) => Handles.Value(s_handle);
    }
}

/// <summary>A handle of the fixture.</summary>
internal sealed class NumberHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle() => Handles.Close(handle) == 1;
}

/// <summary>The functions as we bind them.</summary>
[NativeLibrary("benchmarktest")]
internal static partial class Handles
{
    [NativeFunction("handle_open")]
    public static partial NumberHandle Open(int value);

    [NativeFunction("handle_close")]
    public static partial int Close(nint handle);

    [NativeFunction("handle_value")]
    public static partial int Value(NumberHandle handle);

    [NativeFunction("handle_value")]
    public static partial int Value(BorrowedHandle<NumberHandle> handle);
}

/// <summary>The same by LibraryImport.</summary>
internal static partial class ClassicHandles
{
    [LibraryImport("benchmarktest", EntryPoint = "handle_value")]
    public static partial int Value(NumberHandle handle);
}
