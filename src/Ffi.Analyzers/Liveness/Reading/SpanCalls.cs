using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>Spans, and text that is copied or viewed.</summary>
internal static class SpanCalls
{
    public static readonly Dictionary<string, Func<Call, Moment, Value?>> Table = new(StringComparer.Ordinal)
    {
        ["MemoryExtensions.AsSpan"] = View,
        ["MemoryExtensions.AsMemory"] = View,
        ["MemoryMarshal.CreateSpan"] = static (call, moment) => Spans.Behind(call.ValueOf(0), moment),
        ["MemoryMarshal.CreateReadOnlySpan"] = static (call, moment) => Spans.Behind(call.ValueOf(0), moment),
        // The array inside the list, which the list may also replace.
        ["CollectionsMarshal.AsSpan"] = static (call, moment) => Things.Fresh(call.Syntax, call.Method.Name, moment).AsAddress(),
        ["String.Copy"] = static (call, moment) => Things.FreshText(call.Syntax, moment),
        ["String.FastAllocateString"] = static (call, moment) => Things.FreshText(call.Syntax, moment),
        ["String.Concat"] = MakeText,
        ["String.Join"] = MakeText,
        ["String.Create"] = MakeText,
        ["String.PadLeft"] = MakeText,
        ["String.PadRight"] = MakeText,
        ["StringBuilder.ToString"] = MakeText,
        ["Encoding.GetBytes"] = static (call, moment) => call.Method.ReturnType is IArrayTypeSymbol ? Texts.Encoded(call, moment) : null,
        ["UTF8Encoding.GetBytes"] = static (call, moment) =>
            call.Method.ReturnType is IArrayTypeSymbol ? Texts.Encoded(call, moment) : null,
    };

    // A string that the framework has just made is not shared.
    private static Value MakeText(Call call, Moment moment)
    {
        CallReader.UseArguments(call, moment);
        return Things.FreshText(call.Syntax, moment);
    }

    private static Value View(Call call, Moment moment)
    {
        if (call.Argument(0) is { Operation: { Type.SpecialType: SpecialType.System_String } text })
        {
            return Texts.Shared(text, moment);
        }

        moment.Use(call.ValueOf(0), call.Syntax, UseKind.Dereference, call.Method.Name);
        return call.ValueOf(0).AsAddress();
    }
}
