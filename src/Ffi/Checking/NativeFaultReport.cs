namespace Ffi;

/// <summary>Something that a native library did, and that its declaration does not say.</summary>
public sealed class NativeFaultReport
{
    private readonly byte[] _bytes;

    internal NativeFaultReport(
        NativeFault fault, string text, string library, string? function, string? parameter, long? offset = null, byte[]? bytes = null)
    {
        Fault = fault;
        Message = $"{Id}: {text}";
        Library = library;
        Function = function;
        Parameter = parameter;
        Offset = offset;
        _bytes = bytes ?? [];
    }

    /// <summary>What kind of mistake it is.</summary>
    public NativeFault Fault { get; }

    /// <summary>The stable id, such as <c>FFI9001</c>.</summary>
    public string Id => $"FFI{(int)Fault}";

    /// <summary>What happened where, and what to change. Begins with <see cref="Id"/>.</summary>
    public string Message { get; }

    /// <summary>The library, as it was declared.</summary>
    public string Library { get; }

    /// <summary>The function's name in the library; null where none is known.</summary>
    public string? Function { get; }

    /// <summary>The parameter; null where it is not about one.</summary>
    public string? Parameter { get; }

    /// <summary>Where in the argument the first byte is, which may be negative or behind its end; null where it is not about
    /// bytes.</summary>
    public long? Offset { get; }

    /// <summary>The bytes that were written, from <see cref="Offset"/> on.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <inheritdoc/>
    public override string ToString() => Message;
}
