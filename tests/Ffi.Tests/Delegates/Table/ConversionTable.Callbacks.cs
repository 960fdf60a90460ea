using System.Runtime.InteropServices;
using System.Text;
using Ffi.Tests.Callbacks;

namespace Ffi.Tests.Delegates.Table;

/// <summary>Delegate types that every file of the assembly can name.</summary>
internal static partial class Shapes
{
    public delegate int DelegateShape(Func<int, int, int>? function, int otherwise);
    public delegate long TwoDelegatesShape(Func<int, bool>? more, Action<int> step, int limit);
    public delegate int DelegateWithADefaultShape([NativeCallback(Default = -1)] Func<int, int, int> function, int count);
    public delegate int DelegateThatGoesOnShape(
        [NativeCallback(Default = -1, ContinueAfterException = true)] Func<int, int, int> function,
        int count);
    public delegate int FunctionPointerTypeShape([MarshalAs(UnmanagedType.FunctionPtr)] Func<int, int, int> function, int count);
    public unsafe delegate int StructOfFunctionPointersShape(in Operations table, int count);
    public delegate int NativeCallbackShape([Retained] NativeCallback<Func<int, int, int>>? function, int otherwise);
    public delegate bool NumbersShape(TakeEveryKind function, in EveryKind values);
    public delegate Point StructResultShape(Func<Point, Point> function, Point value);
    public delegate char CharacterCallbackShape(Func<char, char> function, char value);
    public delegate double ReferenceCallbackShape(TakeReference function, ref Point value);
    public delegate nuint CountedCallbackShape(TakeChunk write, string text, nuint chunk, nint user);
    public delegate int TerminatedCallbackShape(TakeTextViews function, ReadOnlySpan<byte> narrow, ReadOnlySpan<ushort> wide);
    public delegate int TextCallbackShape(TakeTexts function, ReadOnlySpan<byte> narrow, ReadOnlySpan<ushort> wide);
}

/// <summary>The rows, with the same types again as private ones.</summary>
internal static unsafe partial class ConversionTable
{
    private static TableRow[] Callbacks =>
        [
            new TableRow<Shapes.DelegateShape>(
                "Delegate",
                "a delegate",
                "call_if_any",
                static (module, symbol) => module.GetFunction<Shapes.DelegateShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenDelegate>(symbol),
                static module => module.GetFunction<Shapes.DelegateShape>,
                (module, symbol) => module.GetFunction<Shapes.DelegateShape>(symbol),
                static f =>
                {
                    int bias = 4;
                    return $"{f((left, right) => bias + left - right, 9)} {f(null, 9)} {Thrown(() => f((_, _) => throw new InvalidTimeZoneException(), 9))}";
                },
                "3 9 InvalidTimeZoneException"),
            new TableRow<Shapes.TwoDelegatesShape>(
                "TwoDelegates",
                "a delegate",
                "call_in_turn",
                static (module, symbol) => module.GetFunction<Shapes.TwoDelegatesShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenTwoDelegates>(symbol),
                static module => module.GetFunction<Shapes.TwoDelegatesShape>,
                (module, symbol) => module.GetFunction<Shapes.TwoDelegatesShape>(symbol),
                static f =>
                {
                    int sum = 0;
                    long counts = f(index => index < 3, index => sum += index + 1, 10);
                    return $"{counts >> 32} {(int)counts} {sum} {Thrown(() => f(_ => true, _ => throw new InvalidTimeZoneException(), 3))}";
                },
                "4 3 6 InvalidTimeZoneException"),
            new TableRow<Shapes.DelegateWithADefaultShape>(
                "DelegateWithADefault",
                "a delegate",
                "fold_int32",
                static (module, symbol) => module.GetFunction<Shapes.DelegateWithADefaultShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenDelegateWithADefault>(symbol),
                static module => module.GetFunction<Shapes.DelegateWithADefaultShape>,
                (module, symbol) => module.GetFunction<Shapes.DelegateWithADefaultShape>(symbol),
                static f =>
                {
                    int calls = 0;
                    string thrown = Thrown(() => f((_, _) => ++calls == 1 ? throw new InvalidTimeZoneException() : 1, 3));
                    return $"{calls} {thrown}";
                },
                "1 InvalidTimeZoneException"),
            new TableRow<Shapes.DelegateThatGoesOnShape>(
                "DelegateThatGoesOn",
                "a delegate",
                "fold_int32",
                static (module, symbol) => module.GetFunction<Shapes.DelegateThatGoesOnShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenDelegateThatGoesOn>(symbol),
                static module => module.GetFunction<Shapes.DelegateThatGoesOnShape>,
                (module, symbol) => module.GetFunction<Shapes.DelegateThatGoesOnShape>(symbol),
                static f =>
                {
                    int calls = 0;
                    string thrown = Thrown(() => f((_, _) => ++calls == 1 ? throw new InvalidTimeZoneException() : 1, 3));
                    return $"{calls} {thrown}";
                },
                "3 InvalidTimeZoneException"),
            new TableRow<Shapes.FunctionPointerTypeShape>(
                "FunctionPointerType",
                "a delegate",
                "fold_int32",
                static (module, symbol) => module.GetFunction<Shapes.FunctionPointerTypeShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenFunctionPointerType>(symbol),
                static module => module.GetFunction<Shapes.FunctionPointerTypeShape>,
                (module, symbol) => module.GetFunction<Shapes.FunctionPointerTypeShape>(symbol),
                static f => $"{f((left, right) => left + right, 3)}",
                "11"),
            new TableRow<Shapes.StructOfFunctionPointersShape>(
                "StructOfFunctionPointers",
                "a struct with function pointers",
                "fold_operations",
                static (module, symbol) => module.GetFunction<Shapes.StructOfFunctionPointersShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenStructOfFunctionPointers>(symbol),
                static module => module.GetFunction<Shapes.StructOfFunctionPointersShape>,
                (module, symbol) => module.GetFunction<Shapes.StructOfFunctionPointersShape>(symbol),
                static f =>
                {
                    OperationFunctions.GetNative(out Operations table);
                    return $"{f(in table, 4)}";
                },
                "1"),
            new TableRow<Shapes.NativeCallbackShape>(
                "NativeCallback",
                "`NativeCallback<TDelegate>` with `[Retained]`",
                "call_if_any",
                static (module, symbol) => module.GetFunction<Shapes.NativeCallbackShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenNativeCallback>(symbol),
                static module => module.GetFunction<Shapes.NativeCallbackShape>,
                (module, symbol) => module.GetFunction<Shapes.NativeCallbackShape>(symbol),
                static f =>
                {
                    using var callback = NativeCallback<Func<int, int, int>>.Create((left, right) => left + (2 * right));
                    return $"{f(callback, 9)} {f(null, 9)}";
                },
                "5 9"),
            new TableRow<Shapes.NumbersShape>(
                "Numbers",
                "numbers, pointers, enums, structs",
                "pass_every_kind",
                static (module, symbol) => module.GetFunction<Shapes.NumbersShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenNumbers>(symbol),
                static module => module.GetFunction<Shapes.NumbersShape>,
                (module, symbol) => module.GetFunction<Shapes.NumbersShape>(symbol),
                static f =>
                {
                    EveryKind seen = default;
                    bool answer = f(
                        (flag, letter, small, word, wide, single, real, place, large) =>
                        {
                            seen = new(flag ? (byte)1 : (byte)0, letter, small, word, wide, single, real, place, large);
                            return flag == true;
                        },
                        EveryKind.Sample with
                        {
                            Flag = 0x80,
                        });
                    return $"{answer} {seen == EveryKind.Sample}";
                },
                "True True"),
            new TableRow<Shapes.StructResultShape>(
                "StructResult",
                "numbers, pointers, enums, structs",
                "pass_point",
                static (module, symbol) => module.GetFunction<Shapes.StructResultShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenStructResult>(symbol),
                static module => module.GetFunction<Shapes.StructResultShape>,
                (module, symbol) => module.GetFunction<Shapes.StructResultShape>(symbol),
                static f => $"{f(point => new(point.Y, point.X), new(1, 2))}",
                new Point(2, 1).ToString()),
            new TableRow<Shapes.CharacterCallbackShape>(
                "CharacterCallback",
                "`_Bool`, `char16_t`",
                "pass_char",
                static (module, symbol) => module.GetFunction<Shapes.CharacterCallbackShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenCharacterCallback>(symbol),
                static module => module.GetFunction<Shapes.CharacterCallbackShape>,
                (module, symbol) => module.GetFunction<Shapes.CharacterCallbackShape>(symbol),
                static f => $"{f(letter => (char)(letter + 1), 'λ')}",
                "μ"),
            new TableRow<Shapes.ReferenceCallbackShape>(
                "ReferenceCallback",
                "`T *`",
                "pass_reference",
                static (module, symbol) => module.GetFunction<Shapes.ReferenceCallbackShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenReferenceCallback>(symbol),
                static module => module.GetFunction<Shapes.ReferenceCallbackShape>,
                (module, symbol) => module.GetFunction<Shapes.ReferenceCallbackShape>(symbol),
                static f =>
                {
                    Point value = new(1, 2);
                    double answer = f(
                        (in Point before, ref Point after) =>
                        {
                            after = new(before.Y, before.X);
                            return before.X;
                        },
                        ref value);
                    return $"{answer} {value}";
                },
                $"1 {new Point(2, 1)}"),
            new TableRow<Shapes.CountedCallbackShape>(
                "CountedCallback",
                "`T *` and a count",
                "pass_chunks",
                static (module, symbol) => module.GetFunction<Shapes.CountedCallbackShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenCountedCallback>(symbol),
                static module => module.GetFunction<Shapes.CountedCallbackShape>,
                (module, symbol) => module.GetFunction<Shapes.CountedCallbackShape>(symbol),
                static f =>
                {
                    List<string> chunks = [];
                    nuint written = f(
                        (data, size, count, user) =>
                        {
                            chunks.Add(Encoding.UTF8.GetString(data) + user);
                            return size * count;
                        },
                        "swings",
                        4,
                        7);
                    return $"{written} {string.Join(",", chunks)}";
                },
                "6 swin7,gs7"),
            new TableRow<Shapes.TerminatedCallbackShape>(
                "TerminatedCallback",
                "NUL-terminated text",
                "pass_texts",
                static (module, symbol) => module.GetFunction<Shapes.TerminatedCallbackShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenTerminatedCallback>(symbol),
                static module => module.GetFunction<Shapes.TerminatedCallbackShape>,
                (module, symbol) => module.GetFunction<Shapes.TerminatedCallbackShape>(symbol),
                static f => $"{f((narrow, wide) => narrow.Length + (10 * wide.Length), "abc\0"u8, [65, 66, 0])}",
                "23"),
            new TableRow<Shapes.TextCallbackShape>(
                "TextCallback",
                "",
                "pass_texts",
                static (module, symbol) => module.GetFunction<Shapes.TextCallbackShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenTextCallback>(symbol),
                static module => module.GetFunction<Shapes.TextCallbackShape>,
                (module, symbol) => module.GetFunction<Shapes.TextCallbackShape>(symbol),
                static f =>
                {
                    string seen = "";
                    f(
                        (narrow, wide) =>
                        {
                            seen = $"{narrow} {wide}";
                            return 0;
                        },
                        "grün\0"u8,
                        [65, 66, 0]);
                    return seen;
                },
                "grün AB"),
        ];

    private delegate int HiddenDelegate(Func<int, int, int>? function, int otherwise);
    private delegate long HiddenTwoDelegates(Func<int, bool>? more, Action<int> step, int limit);
    private delegate int HiddenDelegateWithADefault([NativeCallback(Default = -1)] Func<int, int, int> function, int count);
    private delegate int HiddenDelegateThatGoesOn(
        [NativeCallback(Default = -1, ContinueAfterException = true)] Func<int, int, int> function,
        int count);
    private delegate int HiddenFunctionPointerType([MarshalAs(UnmanagedType.FunctionPtr)] Func<int, int, int> function, int count);
    private unsafe delegate int HiddenStructOfFunctionPointers(in Operations table, int count);
    private delegate int HiddenNativeCallback([Retained] NativeCallback<Func<int, int, int>>? function, int otherwise);
    private delegate bool HiddenNumbers(TakeEveryKind function, in EveryKind values);
    private delegate Point HiddenStructResult(Func<Point, Point> function, Point value);
    private delegate char HiddenCharacterCallback(Func<char, char> function, char value);
    private delegate double HiddenReferenceCallback(TakeReference function, ref Point value);
    private delegate nuint HiddenCountedCallback(TakeChunk write, string text, nuint chunk, nint user);
    private delegate int HiddenTerminatedCallback(TakeTextViews function, ReadOnlySpan<byte> narrow, ReadOnlySpan<ushort> wide);
    private delegate int HiddenTextCallback(TakeTexts function, ReadOnlySpan<byte> narrow, ReadOnlySpan<ushort> wide);
}
