using System.Buffers;
using System.Runtime.InteropServices;
using Ffi;

namespace Zlib;

/// <summary>Compresses to gzip, or decompresses it, piece by piece.</summary>
/// <remarks>The stream's struct and both buffers are rented pinned: zlib keeps their addresses from one call to the next.</remarks>
internal abstract unsafe class Codec : IDisposable
{
    private const int BufferBytes = 16 * 1024;

    private readonly PinnedBuffer<ZStream> _stream = PinnedBuffer<ZStream>.Rent(1);
    private readonly PinnedBuffer<byte> _input = PinnedBuffer<byte>.Rent(BufferBytes);
    private readonly PinnedBuffer<byte> _output = PinnedBuffer<byte>.Rent(BufferBytes);
    private bool _isDisposed;

    protected Codec()
    {
        _stream.Span.Clear();
        int result = Start(_stream);
        if (result != ZlibLibrary.Ok)
        {
            Release();
            throw new ZlibException($"zlib did not start: {result}.");
        }
    }

    /// <summary>ZLIB_VERSION of the header that the struct was copied from; zlib compares the first digit.</summary>
    protected static ReadOnlySpan<byte> Version => "1.2.11"u8;

    /// <summary>Whether the end of the compressed data was seen, or written.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Takes a piece in, and writes what comes out.</summary>
    public void Write(ReadOnlySpan<byte> source, IBufferWriter<byte> target)
    {
        while (!source.IsEmpty)
        {
            ReadOnlySpan<byte> piece = source[..Math.Min(source.Length, _input.Length)];
            piece.CopyTo(_input.Span);
            Run(piece.Length, ZlibLibrary.NoFlush, target);
            source = source[piece.Length..];
        }
    }

    /// <summary>Writes what is still inside.</summary>
    /// <exception cref="ZlibException">The compressed data has no end.</exception>
    public void Finish(IBufferWriter<byte> target)
    {
        Run(0, ZlibLibrary.Finish, target);
        if (!IsAtEnd)
        {
            throw new ZlibException("The data ends too early.");
        }
    }

    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            End(_stream);
            Release();
        }
    }

    /// <summary>Calls the start function, which retains the stream.</summary>
    protected abstract int Start(PinnedBuffer<ZStream> stream);

    /// <summary>Moves as much as there is input and room for.</summary>
    protected abstract int Step(PinnedBuffer<ZStream> stream, int flush);

    protected abstract void End(PinnedBuffer<ZStream> stream);

    private void Run(int inputBytes, int flush, IBufferWriter<byte> target)
    {
        ref ZStream stream = ref _stream.Span[0];
        stream.NextIn = _input.Pointer;
        stream.AvailableIn = (uint)inputBytes;
        do
        {
            stream.NextOut = _output.Pointer;
            stream.AvailableOut = (uint)_output.Length;
            Check(Step(_stream, flush));
            target.Write(_output.Span[..(_output.Length - (int)stream.AvailableOut)]);
        }
        while (stream.AvailableOut == 0);
    }

    private void Check(int result)
    {
        // Z_BUF_ERROR only says that there was nothing to do.
        if (result is not (ZlibLibrary.Ok or ZlibLibrary.StreamEnd or ZlibLibrary.BufferError))
        {
            throw new ZlibException(Marshal.PtrToStringUTF8((nint)_stream.Span[0].Message) ?? $"zlib answered {result}.");
        }

        IsAtEnd |= result == ZlibLibrary.StreamEnd;
    }

    private void Release()
    {
        _stream.Release();
        _stream.Dispose();
        _input.Dispose();
        _output.Dispose();
    }
}
