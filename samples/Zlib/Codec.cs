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
        ResultCode result = Start(_stream);
        if (result != ResultCode.Ok)
        {
            Release();
            throw new ZlibException($"zlib did not start: {result}.");
        }
    }

    /// <summary>MAX_WBITS + 16: with gzip's header and trailer.</summary>
    protected const int GzipWindow = ZlibLibrary.Wbits + 16;

    /// <summary>Whether the end of the compressed data was seen, or written.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Takes a piece in, and writes what comes out.</summary>
    public void Write(ReadOnlySpan<byte> source, IBufferWriter<byte> target)
    {
        while (!source.IsEmpty)
        {
            ReadOnlySpan<byte> piece = source[..Math.Min(source.Length, _input.Length)];
            piece.CopyTo(_input.Span);
            Run(piece.Length, Flush.NoFlush, target);
            source = source[piece.Length..];
        }
    }

    /// <summary>Writes what is still inside.</summary>
    /// <exception cref="ZlibException">The compressed data has no end.</exception>
    public void Finish(IBufferWriter<byte> target)
    {
        Run(0, Flush.Finish, target);
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
    protected abstract ResultCode Start(PinnedBuffer<ZStream> stream);

    /// <summary>Moves as much as there is input and room for.</summary>
    protected abstract ResultCode Step(PinnedBuffer<ZStream> stream, Flush flush);

    protected abstract void End(PinnedBuffer<ZStream> stream);

    private void Run(int inputBytes, Flush flush, IBufferWriter<byte> target)
    {
        ref ZStream stream = ref _stream.Span[0];
        stream.NextIn = _input.Pointer;
        stream.AvailIn = (uint)inputBytes;
        do
        {
            stream.NextOut = _output.Pointer;
            stream.AvailOut = (uint)_output.Length;
            Check(Step(_stream, flush));
            target.Write(_output.Span[..(_output.Length - (int)stream.AvailOut)]);
        }
        while (stream.AvailOut == 0);
    }

    private void Check(ResultCode result)
    {
        // Z_BUF_ERROR only says that there was nothing to do.
        if (result is not (ResultCode.Ok or ResultCode.StreamEnd or ResultCode.BufError))
        {
            throw new ZlibException(Marshal.PtrToStringUTF8((nint)_stream.Span[0].Msg) ?? $"zlib answered {result}.");
        }

        IsAtEnd |= result == ResultCode.StreamEnd;
    }

    private void Release()
    {
        _stream.Release();
        _stream.Dispose();
        _input.Dispose();
        _output.Dispose();
    }
}
