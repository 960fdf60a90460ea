using Ffi;

namespace Sodium;

/// <summary>The part of libsodium's C interface that the sample uses.</summary>
[NativeLibrary("sodium", Windows = "libsodium")]
internal static partial class SodiumLibrary
{
    public const int Failed = -1;

    [NativeFunction("sodium_init")] public static partial int Initialize();

    // Guarded memory: it lies between pages that nobody may touch, and is wiped before it is freed.
    [NativeFunction("sodium_malloc")] public static partial GuardedMemory Allocate(nuint bytes);
    [NativeFunction("sodium_free")] public static partial void Free([Frees] nint memory);
    [NativeFunction("sodium_mprotect_readonly")] public static partial int ForbidWriting(GuardedMemory memory);
    [NativeFunction("sodium_mprotect_noaccess")] public static partial int ForbidAccess(GuardedMemory memory);

    [NativeFunction("crypto_hash_sha256")]
    public static partial int Sha256(Span<byte> hash, ReadOnlySpan<byte> data, ulong dataBytes);

    [NativeFunction("crypto_generichash")]
    public static partial int Blake2b(Span<byte> hash, nuint hashBytes, ReadOnlySpan<byte> data, ulong dataBytes, ReadOnlySpan<byte> key, nuint keyBytes);

    [NativeFunction("crypto_secretbox_easy")]
    public static partial int Seal(Span<byte> box, ReadOnlySpan<byte> message, ulong messageBytes, ReadOnlySpan<byte> nonce, GuardedMemory key);

    [NativeFunction("crypto_secretbox_open_easy")]
    public static partial int Open(Span<byte> message, ReadOnlySpan<byte> box, ulong boxBytes, ReadOnlySpan<byte> nonce, GuardedMemory key);
}
