using System.Runtime.InteropServices;

namespace Ffi.Tests.Delegates.Table;

/// <summary>Delegate types that every file of the assembly can name.</summary>
internal static partial class Shapes
{
    public delegate void ReferencesShape(ref long left, ref long right);
    public delegate long InShape(in long value);
    public delegate int OutShape(int dividend, int divisor, out int remainder);
    public delegate void RefOfDecimalShape(ref decimal value, int count, int first);
    public delegate bool SpanShape(Span<int> values, int length, int first);
    public delegate long ReadOnlySpanShape(ReadOnlySpan<int> values, int length);
    public delegate long ArrayShape(int[]? values, int length);
    public delegate long ArrayThatSaysSoShape(
        [MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.I4)] int[]? values,
        int length);
    public delegate bool WrittenArrayShape([In, Out] int[] values, int length, int first);
    public delegate bool MemoryShape(Memory<int> values, int length, int first);
    public delegate long ReadOnlyMemoryShape(ReadOnlyMemory<int> values, int length);
    public delegate int SpanOfCharactersShape(Span<char> values, int length);
    public delegate long PinnedBufferShape([Retained] PinnedBuffer<int> values, int length);
}

/// <summary>The rows, with the same types again as private ones.</summary>
internal static partial class ConversionTable
{
    private static TableRow[] Memory =>
        [
            new TableRow<Shapes.ReferencesShape>(
                "References",
                Pinned,
                "swap_int64s",
                static (module, symbol) => module.GetFunction<Shapes.ReferencesShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenReferences>(symbol),
                static module => module.GetFunction<Shapes.ReferencesShape>,
                (module, symbol) => module.GetFunction<Shapes.ReferencesShape>(symbol),
                static f =>
                {
                    long left = 1,
                        right = 2;
                    f(ref left, ref right);
                    return $"{left} {right}";
                },
                "2 1"),
            new TableRow<Shapes.InShape>(
                "In",
                Pinned,
                "read_int64",
                static (module, symbol) => module.GetFunction<Shapes.InShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenIn>(symbol),
                static module => module.GetFunction<Shapes.InShape>,
                (module, symbol) => module.GetFunction<Shapes.InShape>(symbol),
                static f =>
                {
                    long value = 1L << 33;
                    return $"{f(in value)}";
                },
                "8589934592"),
            new TableRow<Shapes.OutShape>(
                "Out",
                Pinned,
                "divide",
                static (module, symbol) => module.GetFunction<Shapes.OutShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenOut>(symbol),
                static module => module.GetFunction<Shapes.OutShape>,
                (module, symbol) => module.GetFunction<Shapes.OutShape>(symbol),
                static f => $"{f(17, 5, out int remainder)} {remainder}",
                "3 2"),
            new TableRow<Shapes.RefOfDecimalShape>(
                "RefOfDecimal",
                Pinned,
                "fill_int32s",
                static (module, symbol) => module.GetFunction<Shapes.RefOfDecimalShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenRefOfDecimal>(symbol),
                static module => module.GetFunction<Shapes.RefOfDecimalShape>,
                (module, symbol) => module.GetFunction<Shapes.RefOfDecimalShape>(symbol),
                static f =>
                {
                    decimal value = 1;
                    f(ref value, 4, 0);
                    return string.Join(",", decimal.GetBits(value));
                },
                "2,3,1,0"),
            new TableRow<Shapes.SpanShape>(
                "Span",
                Pinned,
                "fill_int32s",
                static (module, symbol) => module.GetFunction<Shapes.SpanShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenSpan>(symbol),
                static module => module.GetFunction<Shapes.SpanShape>,
                (module, symbol) => module.GetFunction<Shapes.SpanShape>(symbol),
                static f =>
                {
                    int[] values = new int[3];
                    bool any = f(values.AsSpan(1), 2, 5);
                    return $"{any} {string.Join(",", values)} {f(default, 0, 1)}";
                },
                "True 0,5,6 False"),
            new TableRow<Shapes.ReadOnlySpanShape>(
                "ReadOnlySpan",
                Pinned,
                "sum_of_int32s",
                static (module, symbol) => module.GetFunction<Shapes.ReadOnlySpanShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenReadOnlySpan>(symbol),
                static module => module.GetFunction<Shapes.ReadOnlySpanShape>,
                (module, symbol) => module.GetFunction<Shapes.ReadOnlySpanShape>(symbol),
                static f => $"{f([1, 2, 4], 3)} {f(default, 0)} {f(Array.Empty<int>(), 0)}",
                "7 -1 0"),
            new TableRow<Shapes.ArrayShape>(
                "Array",
                Pinned,
                "sum_of_int32s",
                static (module, symbol) => module.GetFunction<Shapes.ArrayShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenArray>(symbol),
                static module => module.GetFunction<Shapes.ArrayShape>,
                (module, symbol) => module.GetFunction<Shapes.ArrayShape>(symbol),
                static f => $"{f([1, 2, 4], 3)} {f(null, 0)} {f([], 0)}",
                "7 -1 0"),
            new TableRow<Shapes.ArrayThatSaysSoShape>(
                "ArrayThatSaysSo",
                Pinned,
                "sum_of_int32s",
                static (module, symbol) => module.GetFunction<Shapes.ArrayThatSaysSoShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenArrayThatSaysSo>(symbol),
                static module => module.GetFunction<Shapes.ArrayThatSaysSoShape>,
                (module, symbol) => module.GetFunction<Shapes.ArrayThatSaysSoShape>(symbol),
                static f => $"{f([1, 2, 4], 3)} {f(null, 0)} {f([], 0)}",
                "7 -1 0"),
            new TableRow<Shapes.WrittenArrayShape>(
                "WrittenArray",
                Pinned,
                "fill_int32s",
                static (module, symbol) => module.GetFunction<Shapes.WrittenArrayShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenWrittenArray>(symbol),
                static module => module.GetFunction<Shapes.WrittenArrayShape>,
                (module, symbol) => module.GetFunction<Shapes.WrittenArrayShape>(symbol),
                static f =>
                {
                    int[] values = new int[2];
                    f(values, 2, 3);
                    return string.Join(",", values);
                },
                "3,4"),
            new TableRow<Shapes.MemoryShape>(
                "Memory",
                Pinned,
                "fill_int32s",
                static (module, symbol) => module.GetFunction<Shapes.MemoryShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenMemory>(symbol),
                static module => module.GetFunction<Shapes.MemoryShape>,
                (module, symbol) => module.GetFunction<Shapes.MemoryShape>(symbol),
                static f =>
                {
                    int[] values = new int[3];
                    bool any = f(values.AsMemory(1), 2, 5);
                    return $"{any} {string.Join(",", values)} {f(default, 0, 1)}";
                },
                "True 0,5,6 False"),
            new TableRow<Shapes.ReadOnlyMemoryShape>(
                "ReadOnlyMemory",
                Pinned,
                "sum_of_int32s",
                static (module, symbol) => module.GetFunction<Shapes.ReadOnlyMemoryShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenReadOnlyMemory>(symbol),
                static module => module.GetFunction<Shapes.ReadOnlyMemoryShape>,
                (module, symbol) => module.GetFunction<Shapes.ReadOnlyMemoryShape>(symbol),
                static f => $"{f((int[])[1, 2, 4], 3)} {f(default, 0)} {f(Array.Empty<int>(), 0)}",
                "7 -1 0"),
            new TableRow<Shapes.SpanOfCharactersShape>(
                "SpanOfCharacters",
                Pinned,
                "fill_char16s",
                static (module, symbol) => module.GetFunction<Shapes.SpanOfCharactersShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenSpanOfCharacters>(symbol),
                static module => module.GetFunction<Shapes.SpanOfCharactersShape>,
                (module, symbol) => module.GetFunction<Shapes.SpanOfCharactersShape>(symbol),
                static f =>
                {
                    char[] values = new char[3];
                    f(values, 3);
                    return new string(values);
                },
                "abc"),
            new TableRow<Shapes.PinnedBufferShape>(
                "PinnedBuffer",
                "`PinnedBuffer<T>` with `[Retained]`",
                "sum_of_int32s",
                static (module, symbol) => module.GetFunction<Shapes.PinnedBufferShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenPinnedBuffer>(symbol),
                static module => module.GetFunction<Shapes.PinnedBufferShape>,
                (module, symbol) => module.GetFunction<Shapes.PinnedBufferShape>(symbol),
                static f =>
                {
                    PinnedBuffer<int> values = PinnedBuffer<int>.Rent(2);
                    (values.Span[0], values.Span[1]) = (3, 5);
                    long sum = f(values, 2);
                    bool isRetained = values.IsRetained;
                    values.Release();
                    values.Dispose();
                    return $"{sum} {isRetained}";
                },
                "8 True"),
        ];

    private delegate void HiddenReferences(ref long left, ref long right);
    private delegate long HiddenIn(in long value);
    private delegate int HiddenOut(int dividend, int divisor, out int remainder);
    private delegate void HiddenRefOfDecimal(ref decimal value, int count, int first);
    private delegate bool HiddenSpan(Span<int> values, int length, int first);
    private delegate long HiddenReadOnlySpan(ReadOnlySpan<int> values, int length);
    private delegate long HiddenArray(int[]? values, int length);
    private delegate long HiddenArrayThatSaysSo(
        [MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.I4)] int[]? values,
        int length);
    private delegate bool HiddenWrittenArray([In, Out] int[] values, int length, int first);
    private delegate bool HiddenMemory(Memory<int> values, int length, int first);
    private delegate long HiddenReadOnlyMemory(ReadOnlyMemory<int> values, int length);
    private delegate int HiddenSpanOfCharacters(Span<char> values, int length);
    private delegate long HiddenPinnedBuffer([Retained] PinnedBuffer<int> values, int length);
}
