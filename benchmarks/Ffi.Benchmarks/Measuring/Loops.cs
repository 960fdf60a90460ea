using System.Numerics;
using System.Runtime.CompilerServices;

namespace Ffi.Benchmarks.Measuring;

/// <summary>The two loops that every way of calling runs in.</summary>
internal static class Loops
{
    /// <summary>How often a loop does its work when it is measured.</summary>
    public const int Count = 10_000;

    /// <summary>A loop with the call in its body: what does not change from call to call, the JIT may do before the loop.</summary>
    public static Func<int, long> InLoop<TCall, TResult>(TCall call)
        where TCall : struct, ICall<TResult>
        where TResult : struct, INumberBase<TResult> =>
        count => Run<TCall, TResult>(call, count);

    /// <summary>A loop over a method that is not inlined and holds one call: what a call costs that stands alone.</summary>
    public static Func<int, long> Alone<TCall, TResult>(TCall call)
        where TCall : struct, ICall<TResult>
        where TResult : struct, INumberBase<TResult> =>
        count => Run<NotInlined<TCall, TResult>, TResult>(new NotInlined<TCall, TResult>(call), count);

    private static long Run<TCall, TResult>(TCall call, int count)
        where TCall : struct, ICall<TResult>
        where TResult : struct, INumberBase<TResult>
    {
        TResult sum = TResult.Zero;
        for (int i = 0; i < count; i++)
        {
            sum += call.Invoke(i);
        }

        return long.CreateTruncating(sum);
    }

    private readonly struct NotInlined<TCall, TResult>(TCall call) : ICall<TResult>
        where TCall : struct, ICall<TResult>
    {
        private readonly TCall _call = call;

        public TResult Invoke(int i) => Alone(_call, i);

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static TResult Alone(TCall call, int i) => call.Invoke(i);
    }
}
