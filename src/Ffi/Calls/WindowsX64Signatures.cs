namespace Ffi.Calls;

/// <summary>The signature under which <see cref="WindowsX64Call"/> calls, for each choice of registers for the first four slots.</summary>
/// <remarks>A slot is an integer register or a vector register, so a signature has to say which: <see cref="long"/> or
/// <see cref="double"/>. The type arguments are chosen one slot at a time.</remarks>
internal static unsafe class WindowsX64Signatures
{
    private const int FewSlots = 12;

    public static TResult Call<TResult>(nint function, long* w, int slots, int vectorSlots)
        where TResult : unmanaged => (vectorSlots & 1) != 0
            ? Second<double, TResult>(function, w, slots, vectorSlots)
            : Second<long, TResult>(function, w, slots, vectorSlots);

    private static TResult Second<T0, TResult>(nint function, long* w, int slots, int vectorSlots)
        where T0 : unmanaged
        where TResult : unmanaged => (vectorSlots & 2) != 0
            ? Third<T0, double, TResult>(function, w, slots, vectorSlots)
            : Third<T0, long, TResult>(function, w, slots, vectorSlots);

    private static TResult Third<T0, T1, TResult>(nint function, long* w, int slots, int vectorSlots)
        where T0 : unmanaged
        where T1 : unmanaged
        where TResult : unmanaged => (vectorSlots & 4) != 0
            ? Fourth<T0, T1, double, TResult>(function, w, slots, vectorSlots)
            : Fourth<T0, T1, long, TResult>(function, w, slots, vectorSlots);

    private static TResult Fourth<T0, T1, T2, TResult>(nint function, long* w, int slots, int vectorSlots)
        where T0 : unmanaged
        where T1 : unmanaged
        where T2 : unmanaged
        where TResult : unmanaged => (vectorSlots & 8) != 0
            ? Call<T0, T1, T2, double, TResult>(function, w, slots)
            : Call<T0, T1, T2, long, TResult>(function, w, slots);

    private static TResult Call<T0, T1, T2, T3, TResult>(nint function, long* w, int slots)
        where T0 : unmanaged
        where T1 : unmanaged
        where T2 : unmanaged
        where T3 : unmanaged
        where TResult : unmanaged => slots switch
        {
            <= WindowsX64Placer.RegisterSlots => ((delegate* unmanaged<T0, T1, T2, T3, TResult>)function)(
                *(T0*)w, *(T1*)(w + 1), *(T2*)(w + 2), *(T3*)(w + 3)),
            <= FewSlots => ((delegate* unmanaged<T0, T1, T2, T3,
                long, long, long, long, long, long, long, long, TResult>)function)(
                *(T0*)w, *(T1*)(w + 1), *(T2*)(w + 2), *(T3*)(w + 3),
                w[4], w[5], w[6], w[7], w[8], w[9], w[10], w[11]),
            _ => ((delegate* unmanaged<T0, T1, T2, T3,
                long, long, long, long, long, long, long, long, long, long, long, long, long, long, long,
                long, long, long, long, long, long, long, long, long, long, long, long, long, long, TResult>)function)(
                *(T0*)w, *(T1*)(w + 1), *(T2*)(w + 2), *(T3*)(w + 3),
                w[4], w[5], w[6], w[7], w[8], w[9], w[10], w[11], w[12], w[13], w[14], w[15], w[16], w[17], w[18],
                w[19], w[20], w[21], w[22], w[23], w[24], w[25], w[26], w[27], w[28], w[29], w[30], w[31], w[32]),
        };
}
