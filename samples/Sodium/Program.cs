// libsodium: digests on the stack, a key in guarded memory, and a box that can't be opened once it was changed.
//
//     dotnet run --project samples/Sodium

using System.Security.Cryptography;
using System.Text;
using Sodium;

Span<byte> sha = stackalloc byte[Hash.Sha256Bytes];
Hash.Sha256("abc"u8, sha);
Console.WriteLine($"SHA-256(\"abc\")  {Convert.ToHexString(sha)[..32]}…");

Span<byte> blake = stackalloc byte[64];
Hash.Blake2b("abc"u8, blake);
Console.WriteLine($"BLAKE2b(\"abc\")  {Convert.ToHexString(blake)[..32]}…");

// A key and nonce of 0, 1, 2 … make an answer that can be compared. Real ones come from RandomNumberGenerator.
using SecretBox secret = new([.. Enumerable.Range(0, SecretBox.KeyBytes).Select(static i => (byte)i)]);
byte[] nonce = [.. Enumerable.Range(0, SecretBox.NonceBytes).Select(static i => (byte)i)];
byte[] box = secret.Seal("Meet me at noon."u8, nonce);
Console.WriteLine($"sealed          {Convert.ToHexString(box)[..32]}…, {box.Length} bytes");
Console.WriteLine($"opened          {Encoding.UTF8.GetString(secret.Open(box, nonce))}");

box[^1] ^= 1;
try
{
    secret.Open(box, nonce);
}
catch (CryptographicException error)
{
    Console.WriteLine($"one bit flipped {error.Message}");
}
