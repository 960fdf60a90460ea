namespace Zlib;

/// <summary>What zlib says of a failure.</summary>
internal sealed class ZlibException(string message) : Exception(message);
