using System.Runtime.InteropServices;

namespace Zlib;

/// <summary><c>z_stream</c>. zlib checks on each call that it lies where it lay before, and moves the two pointers along.</summary>
internal unsafe struct ZStream
{
    public byte* NextIn;
    public uint AvailableIn;
    public CULong TotalIn;

    public byte* NextOut;
    public uint AvailableOut;
    public CULong TotalOut;

    public byte* Message;
    public nint State;

    public nint Allocate;
    public nint Free;
    public nint Opaque;

    public int DataType;
    public CULong Checksum;
    public CULong Reserved;
}
