using System.Security.Cryptography;
using Ffi.Tests.NativeCalls;
using Sodium;

namespace Ffi.Samples.Tests;

public class SodiumTests
{
    [LibraryFact("libsodium", "libsodium.so.23")]
    public void Sha256_OfAbc_IsTheStandardsExample()
    {
        Span<byte> hash = stackalloc byte[Hash.Sha256Bytes];
        Hash.Sha256("abc"u8, hash);
        Assert.Equal("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD", Convert.ToHexString(hash));
        Hash.Sha256([], hash);
        Assert.Equal("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855", Convert.ToHexString(hash));
    }

    // RFC 7693, appendix A.
    [LibraryFact("libsodium", "libsodium.so.23")]
    public void Blake2b_OfAbc_IsTheStandardsExample()
    {
        Span<byte> hash = stackalloc byte[64];
        Hash.Blake2b("abc"u8, hash);
        Assert.Equal(
            "BA80A53F981C4D0D6A2797B69F12F6E94C212F14685AC4B74B12BB6FDBFFA2D17D87C5392AAB792DC252D5DE4533CC9518D38AA8DBF1925AB92386EDD4009923",
            Convert.ToHexString(hash));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Hash.Blake2b("abc"u8, new byte[65]));
    }

    // The example of the NaCl library's own tests, tests/secretbox.out.
    [LibraryFact("libsodium", "libsodium.so.23")]
    public void Box_OfTheKnownMessage_IsTheKnownBox()
    {
        byte[] key = Convert.FromHexString("1B27556473E985D462CD51197A9A46C76009549EAC6474F206C4EE0844F68389");
        byte[] nonce = Convert.FromHexString("69696EE955B62B73CD62BDA875FC73D68219E0036B7A0B37");
        byte[] message = Convert.FromHexString(
            "BE075FC53C81F2D5CF141316EBEB0C7B5228C52A4C62CBD44B66849B64244FFCE5ECBAAF33BD751A1AC728D45E6C61296CDC3C01233561F41DB66CCE314ADB31"
                + "0E3BE8250C46F06DCEEA3A7FA1348057E2F6556AD6B1318A024A838F21AF1FDE048977EB48F59FFD4924CA1C60902E52F0A089BC76897040E082F93776384864"
                + "5E0705");
        using SecretBox secret = new(key);
        byte[] box = secret.Seal(message, nonce);

        Assert.Equal(
            "F3FFC7703F9400E52A7DFB4B3D3305D98E993B9F48681273C29650BA32FC76CE48332EA7164D96A4476FB8C531A1186AC0DFC17C98DCE87B4DA7F011EC48C972"
                + "71D2C20F9B928FE2270D6FB863D51738B48EEEE314A7CC8AB932164548E526AE90224368517ACFEABD6BB3732BC0E9DA99832B61CA01B6DE56244A9E88D5F9B3"
                + "7973F622A43D14A6599B1F654CB45A74E355A5",
            Convert.ToHexString(box));
        Assert.Equal(message, secret.Open(box, nonce));
    }

    [LibraryFact("libsodium", "libsodium.so.23")]
    public void Box_WithAnyByteChanged_IsNotOpened()
    {
        using SecretBox secret = new(new byte[SecretBox.KeyBytes]);
        byte[] nonce = new byte[SecretBox.NonceBytes];
        byte[] box = secret.Seal([1, 2, 3], nonce);
        for (int index = 0; index < box.Length; index++)
        {
            byte[] changed = [.. box];
            changed[index] ^= 0x80;
            Assert.Throws<CryptographicException>(() => secret.Open(changed, nonce));
        }

        Assert.Throws<CryptographicException>(() => secret.Open([1, 2, 3], nonce));
        Assert.Equal([1, 2, 3], secret.Open(box, nonce));
    }

    [LibraryFact("libsodium", "libsodium.so.23")]
    public void Box_AfterDispose_Throws()
    {
        SecretBox secret = new(new byte[SecretBox.KeyBytes]);
        secret.Dispose();
        Assert.Throws<ObjectDisposedException>(() => secret.Seal([1], new byte[SecretBox.NonceBytes]));
    }
}
