using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ffi.Benchmarks.Measuring;

namespace Ffi.Benchmarks.Callbacks;

/// <summary>C calls C#, in a loop of C's.</summary>
internal static unsafe partial class CallbackComparisons
{
    private static readonly Combine s_marshalled = static (left, right) => left + right;
    private static readonly NativeCallback<Combine> s_slot = NativeCallback<Combine>.Create(static (left, right) => left + right);
    private static readonly Combine s_lent = static (left, right) => left + right;
    private static readonly nint s_inC = Calls.CallComparisons.Module.GetSymbol("add_int32");
    private static readonly nint s_callOnce = Calls.CallComparisons.Module.GetSymbol("call_once");

    [ThreadStatic]
    private static Combine? t_lent;

    /// <summary>The comparisons.</summary>
    public static IEnumerable<Comparison> All =>
        [
            new(
                "Callbacks",
                "static",
                new Way("C", static count => CallMany(s_inC, count)),
                new Way("UnmanagedCallersOnly", static count => CallMany((nint)(delegate* unmanaged<int, int, int>)&Bare, count)),
                new Way("NativeCallback", static count => CallMany(AddPointer, count))),
            new(
                "Callbacks",
                "delegate",
                new Way("MarshalThunk", CallMarshalled),
                new Way(
                    "UnmanagedCallersOnly, delegate",
                    static count => CallMany((nint)(delegate* unmanaged<int, int, int>)&BareOverDelegate, count)),
                new Way("NativeCallback<T>", static count => CallMany(s_slot.Pointer, count)),
                new Way("NativeFunction", static count => Callers.CallMany(s_lent, count))),
            new(
                "Callbacks",
                "new closure for each call",
                new Way("DllImport", ClosuresMarshalled),
                new Way("NativeFunction", Closures),
                new Way("RawPointer, lent by hand", ClosuresByHand),
                new Way("ClosureOnly", ClosuresOnly))
            {
                Operations = 20_000,
                Rounds = 31,
                LeavesGarbage = true,
            },
        ];

    [NativeCallback]
    private static int Add(int left, int right) => left + right;

    [UnmanagedCallersOnly]
    private static int Bare(int left, int right) => left + right;

    // The least that a callback with state can do: call a delegate that it knows. What a guard costs is the question.
#pragma warning disable FFI1012
    [UnmanagedCallersOnly]
    private static int BareOverDelegate(int left, int right) => s_lent(left, right);

    [UnmanagedCallersOnly]
    private static int BareOverThreadStatic(int left, int right) => t_lent!(left, right);
#pragma warning restore FFI1012

    private static long CallMany(nint function, int count) => Callers.CallMany(function, count);

    private static long CallMarshalled(int count)
    {
        long sum = CallMany(Marshal.GetFunctionPointerForDelegate(s_marshalled), count);
        GC.KeepAlive(s_marshalled);
        return sum;
    }

    private static long ClosuresMarshalled(int count)
    {
        long sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += ClassicCallers.CallOnce(ClosureOf(i), i);
        }

        return sum;
    }

    private static long Closures(int count)
    {
        long sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += Callers.CallOnce(ClosureOf(i), i);
        }

        return sum;
    }

    private static long ClosuresByHand(int count)
    {
        long sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += CallOnceByHand(ClosureOf(i), i);
        }

        return sum;
    }

    // The least that lends a closure and takes it back: nothing for a call within the call, nothing for an exception in the closure.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int CallOnceByHand(Combine closure, int value)
    {
        t_lent = closure;
        try
        {
            return ((delegate* unmanaged<nint, int, int>)s_callOnce)(
                (nint)(delegate* unmanaged<int, int, int>)&BareOverThreadStatic,
                value);
        }
        finally
        {
            t_lent = null;
        }
    }

    private static long ClosuresOnly(int count)
    {
        long sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += ReferenceEquals(ClosureOf(i), s_lent) ? 1 : 0;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Combine ClosureOf(int captured) => (left, right) => left + right + captured;
}

/// <summary>What C calls back.</summary>
internal delegate int Combine(int left, int right);

/// <summary>The functions as we bind them.</summary>
[NativeLibrary("benchmarktest")]
internal static partial class Callers
{
    [NativeFunction("call_many")]
    public static partial long CallMany(nint function, int count);

    [NativeFunction("call_many")]
    public static partial long CallMany(Combine function, int count);

    [NativeFunction("call_once")]
    public static partial int CallOnce(Combine function, int value);
}

/// <summary>The same by the runtime.</summary>
internal static class ClassicCallers
{
    [DllImport("benchmarktest", EntryPoint = "call_once")]
    public static extern int CallOnce(Combine function, int value);
}
