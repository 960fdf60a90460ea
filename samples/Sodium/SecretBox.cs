using System.Security.Cryptography;

namespace Sodium;

/// <summary>Encrypts and authenticates with a shared key, which is kept in guarded memory that can only be read.</summary>
internal sealed class SecretBox : IDisposable
{
    public const int KeyBytes = (int)SodiumLibrary.SecretboxKeybytes;
    public const int NonceBytes = (int)SodiumLibrary.SecretboxNoncebytes;
    public const int TagBytes = (int)SodiumLibrary.SecretboxMacbytes;

    private readonly GuardedMemory _key;

    static SecretBox() => Start.Once();

    public SecretBox(ReadOnlySpan<byte> key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, KeyBytes);
        _key = SodiumLibrary.Malloc((nuint)KeyBytes);
        if (_key.IsInvalid)
        {
            throw new InsufficientMemoryException("sodium_malloc has no memory to lock.");
        }

        _key.Fill(key);
        _ = SodiumLibrary.MprotectReadonly(_key);
    }

    /// <summary>The message in a box: <see cref="TagBytes"/> longer.</summary>
    /// <param name="message">What to hide.</param>
    /// <param name="nonce">Must never be used again with the same key.</param>
    public byte[] Seal(ReadOnlySpan<byte> message, ReadOnlySpan<byte> nonce)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(nonce.Length, NonceBytes);
        byte[] box = new byte[message.Length + TagBytes];
        _ = SodiumLibrary.SecretboxEasy(box, message, (ulong)message.Length, nonce, _key);
        return box;
    }

    /// <exception cref="CryptographicException">The box was not made with this key and nonce, or was changed since.</exception>
    public byte[] Open(ReadOnlySpan<byte> box, ReadOnlySpan<byte> nonce)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(nonce.Length, NonceBytes);
        byte[] message = new byte[Math.Max(0, box.Length - TagBytes)];
        return SodiumLibrary.SecretboxOpenEasy(message, box, (ulong)box.Length, nonce, _key) == 0
            ? message
            : throw new CryptographicException("The box is not genuine.");
    }

    public void Dispose() => _key.Dispose();
}
