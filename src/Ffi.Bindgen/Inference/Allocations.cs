using Ffi.Bindgen.Planning.Names;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Inference;

/// <summary>A library's own <c>malloc</c> and <c>free</c>, by their names: sqlite3_malloc64 and sqlite3_free.</summary>
internal static class Allocations
{
    private const string Free = "free";

    private static readonly string[] s_allocate = ["malloc", "calloc", "realloc", "alloc"];

    /// <summary>The function that frees what one that allocates returns; null if it isn't one.</summary>
    public static string? FreeOf(CFunction function, Func<string, bool> isFree)
    {
        string last = Words.Of(function.Name)[^1];
        bool allocates =
            function.Result.First is PointerType { IsConst: false, Target: PrimitiveType { Primitive: Primitive.Void } }
            && Array.Exists(
                s_allocate,
                verb =>
                    last.StartsWith(verb, StringComparison.Ordinal)
                    && last[verb.Length..].All(static letter => char.IsAsciiDigit(letter) || letter == 'z'));
        int place = function.Name.LastIndexOf(last, StringComparison.OrdinalIgnoreCase);
        return allocates && place >= 0 && function.Name[..place] + Free is var free && isFree(free) ? free : null;
    }

    /// <summary>Whether a function frees what one of its library allocates.</summary>
    public static bool Frees(CFunction function, DigestIndex index) =>
        function.Parameters.Count == 1
        && function.Name.EndsWith(Free, StringComparison.Ordinal)
        && Array.Exists(s_allocate, verb => index.FunctionsOf(function.Name[..^Free.Length] + verb).Any());
}
