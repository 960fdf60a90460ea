using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>Native memory: <see cref="Allocators"/> lists the functions.</summary>
internal static class MemoryCalls
{
    public static readonly Dictionary<string, Func<Call, Moment, Value?>> Table = new(StringComparer.Ordinal)
    {
        ["Unsafe.AsPointer"] = static (call, _) => call.ValueOf(0).AsAddress(),
        ["Unsafe.ByteOffset"] = static (_, _) => Value.Unknown,
    };

    public static Value? OfAllocator(Call call, Moment moment)
    {
        if (Allocators.Allocating.TryGetValue(call.Key, out string? family))
        {
            return Allocate(call, family, moment);
        }

        if (Allocators.Freeing.TryGetValue(call.Key, out string? freed))
        {
            Releases.All(call.ValueOf(0), ReleaseKind.NativeFree, call.Key, freed, call.Syntax, moment);
            return Value.Unknown;
        }

        return null;
    }

    private static Value Allocate(Call call, string family, Moment moment)
    {
        CallReader.UseArguments(call, moment);
        if (Allocators.Moving.Contains(call.Key))
        {
            Releases.All(call.ValueOf(0), ReleaseKind.NativeFree, call.Key, family, call.Syntax, moment);
        }

        bool isNullText = call.Method.Name.StartsWith("StringTo", StringComparison.Ordinal) || call.Method.Name == "ConvertToUnmanaged";
        return NativeResults.Allocate(call.Syntax, family, call.Method.Name, isNullText, moment);
    }
}
