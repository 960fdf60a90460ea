using System.Buffers.Binary;
using System.Text;

namespace Ffi;

/// <summary>Reads little-endian numbers and text at offsets that may be wrong: beyond the end there are only zeros.</summary>
internal readonly ref struct BoundedReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public byte Byte(ulong offset) => Fits(offset, 1) ? _bytes[(int)offset] : (byte)0;

    public ushort UInt16(ulong offset) => Fits(offset, 2) ? BinaryPrimitives.ReadUInt16LittleEndian(_bytes[(int)offset..]) : (ushort)0;

    public uint UInt32(ulong offset) => Fits(offset, 4) ? BinaryPrimitives.ReadUInt32LittleEndian(_bytes[(int)offset..]) : 0;

    public ulong UInt64(ulong offset) => Fits(offset, 8) ? BinaryPrimitives.ReadUInt64LittleEndian(_bytes[(int)offset..]) : 0;

    /// <returns>The text up to its NUL; empty if it has none.</returns>
    public string Text(ulong offset)
    {
        ReadOnlySpan<byte> rest = Fits(offset, 1) ? _bytes[(int)offset..] : default;
        return Encoding.UTF8.GetString(rest[..Math.Max(0, rest.IndexOf((byte)0))]);
    }

    /// <returns>How many entries of a table really are within the bytes.</returns>
    public ulong Entries(ulong offset, ulong count, uint entryBytes) =>
        Fits(offset, 1) && entryBytes != 0 ? Math.Min(count, ((ulong)_bytes.Length - offset) / entryBytes) : 0;

    private bool Fits(ulong offset, uint length) => offset <= (ulong)_bytes.Length && (ulong)_bytes.Length - offset >= length;
}
