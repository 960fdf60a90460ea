namespace Sodium;

/// <summary>Digests. Input and output may lie on the stack: nothing here touches the heap.</summary>
internal static class Hash
{
    public const int Sha256Bytes = (int)SodiumLibrary.HashSha256Bytes;

    static Hash() => Start.Once();

    public static void Sha256(ReadOnlySpan<byte> data, Span<byte> hash)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(hash.Length, Sha256Bytes);
        _ = SodiumLibrary.HashSha256(hash, data, (ulong)data.Length);
    }

    /// <param name="data">What to digest.</param>
    /// <param name="hash">16 to 64 bytes.</param>
    public static void Blake2b(ReadOnlySpan<byte> data, Span<byte> hash)
    {
        // An empty key is NULL, which is what the manual asks for.
        if (SodiumLibrary.Generichash(hash, (nuint)hash.Length, data, (ulong)data.Length, key: default, keylen: 0) < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(hash), hash.Length, "BLAKE2b makes 16 to 64 bytes.");
        }
    }
}
