namespace Ffi.Templates;

/// <summary>Reads a buffer's characters.</summary>
internal sealed class BufferReader(char[] text, int length) : TextReader
{
    private int _position;

    public override int Peek() => _position < length ? text[_position] : -1;

    public override int Read() => _position < length ? text[_position++] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        int read = Math.Min(count, length - _position);
        Array.Copy(text, _position, buffer, index, read);
        _position += read;
        return read;
    }

    public override string ReadToEnd()
    {
        string rest = new(text, _position, length - _position);
        _position = length;
        return rest;
    }
}
