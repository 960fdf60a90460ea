using Ffi.Bindgen.Planning.Names;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Inference;

/// <summary>Pointers whose length is the next parameter, or the one before.</summary>
internal static class Lengths
{
    private static readonly HashSet<string> s_words = new(StringComparer.Ordinal)
    {
        "len", "length", "size", "count", "num", "n", "nbyte", "nbytes", "bytes", "cb", "sz", "siz", "nb", "amount", "inlen", "outlen",
        "inl", "outl", "buflen", "bufsize", "buffersize", "datalen", "namelen", "maxlen", "mlen", "clen", "adlen", "passwdlen", "saltlen",
        "keylen", "nelem", "nmemb", "nentries", "capacity",
    };

    /// <summary>The place of the parameter that says how long the memory of another is; null if none does.</summary>
    public static int? Find(CFunction function, int pointer, Func<CParameter, bool> isNumber)
    {
        int next = pointer + 1;
        bool isUntyped = function.Parameters[pointer].Type.First is PointerType { Target: PrimitiveType { Primitive: Primitive.Void } };
        if (
            next < function.Parameters.Count
            && isNumber(function.Parameters[next])
            && (
                isUntyped && function.Parameters[next].Name is null
                || IsLength(function.Parameters[next].Name, function.Parameters[next].Type.First)))
        {
            return next;
        }

        int before = pointer - 1;
        return
            before >= 0
            && isNumber(function.Parameters[before])
            && function.Parameters[before].Name is { } name
            && IsLength(name, function.Parameters[before].Type.First)
            ? before
            : null;
    }

    /// <summary>The same for text, which mostly ends with a NUL: only a parameter behind it that says its length.</summary>
    public static int? OfText(CFunction function, int pointer, Func<CParameter, bool> isNumber)
    {
        int next = pointer + 1;
        return
            next < function.Parameters.Count
            && isNumber(function.Parameters[next])
            && function.Parameters[next].Name is { } name
            && IsTextLength(name, function.Parameters[pointer].Name)
            ? next
            : null;
    }

    /// <summary>The same for structs, of which a size is no count.</summary>
    public static int? OfStructs(CFunction function, int pointer, Func<CParameter, bool> isNumber)
    {
        int next = pointer + 1;
        return
            next < function.Parameters.Count
            && isNumber(function.Parameters[next])
            && function.Parameters[next].Name is { } name
            && IsCount(name, function.Parameters[pointer].Name)
            ? next
            : null;
    }

    private static bool IsCount(string name, string? pointer) =>
        name is "n"
        || (pointer is not null && name == "n" + pointer)
        || Words.Of(name) is var words
            && (
                words[0] is "num" or "nb" or "count" or "nr"
                || words[^1] is "count" or "num" or "nelem" or "nmemb" or "len" && pointer?.EndsWith('s') == true);

    // "stream_size" behind "version" means something else.
    private static bool IsTextLength(string name, string? pointer)
    {
        IReadOnlyList<string> words = Words.Of(name);
        bool isLength =
            words is ["n"]
            || (
                words.Count > 0
                && (
                    words[^1] is "byte" or "bytes" or "nbyte" or "nbytes" or "len" or "length" or "size" or "sz" or "cb"
                    || words[^1].EndsWith("len", StringComparison.Ordinal)));
        return isLength
            && words
                .SkipLast(1)
                .All(word =>
                    s_general.Contains(word)
                    || (
                        pointer is not null
                        && (
                            pointer.Contains(word, StringComparison.OrdinalIgnoreCase)
                            || word.Contains(pointer, StringComparison.OrdinalIgnoreCase))));
    }

    private static readonly HashSet<string> s_general = new(StringComparer.Ordinal)
    {
        "n", "buf", "buffer", "data", "str", "string", "text", "in", "max", "src", "source", "input",
    };

    /// <summary>Whether a name, or, without a name, a type says so.</summary>
    public static bool IsLength(string? name, CType type)
    {
        if (name is null)
        {
            return type is PrimitiveType { Primitive: Primitive.SizeT };
        }

        IReadOnlyList<string> words = Words.Of(name);
        return words.Count > 0
            && (
                s_words.Contains(words[^1])
                || s_words.Contains(words[0])
                || words[^1].EndsWith("len", StringComparison.Ordinal)
                || words[^1].EndsWith("size", StringComparison.Ordinal));
    }
}
