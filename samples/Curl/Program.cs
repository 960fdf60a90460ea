// libcurl: options through a variadic function, and the download through a callback.
//
//     dotnet run --project samples/Curl [url]

using System.Security.Cryptography;
using Curl;

string file = Path.GetTempFileName();
File.WriteAllBytes(file, [.. Enumerable.Range(0, 300_000).Select(static i => (byte)(i * 31))]);
string url = args is [var given] ? given : new Uri(file).AbsoluteUri;

using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
int pieces = 0;
long bytes = Download.Run(url, data =>
{
    hash.AppendData(data);
    pieces++;
});
Console.WriteLine($"downloaded       {bytes:N0} bytes in {(pieces > 1 ? "several pieces" : "one piece")}");
Console.WriteLine($"SHA-256          {Convert.ToHexString(hash.GetHashAndReset())[..32]}…");

try
{
    Download.Run(url, static _ => throw new IOException("The disk is full."));
}
catch (IOException error)
{
    Console.WriteLine($"a callback threw {error.Message}");
}

File.Delete(file);
try
{
    Download.Run(new Uri(file).AbsoluteUri, static _ => { });
}
catch (IOException error)
{
    Console.WriteLine($"a missing file   {error.Message}");
}
