// A section is a program of its own: what Bug does is reported where marked, what Right does is not.

//// ArrayPool: the buffer goes back before the last use
class Bug
{
    public string Read(Stream stream)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(4096);
        int count = stream.Read(buffer, 0, buffer.Length);
        ArrayPool<byte>.Shared.Return(buffer);
        return Encoding.UTF8.GetString({|FFI1005:buffer|}, 0, count);
    }
}
class Right
{
    public string Read(Stream stream)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(4096);
        try
        {
            int count = stream.Read(buffer, 0, buffer.Length);
            return Encoding.UTF8.GetString(buffer, 0, count);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}

//// ArrayPool: a memory over the rented array is returned to the caller
class Bug
{
    public Memory<byte> Read(int count)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(count);
        try { buffer[0] = 1; return {|FFI1005:buffer.AsMemory(0, count)|}; }
        finally { ArrayPool<byte>.Shared.Return(buffer); }
    }
}
class Right
{
    public byte[] Read(int count)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(count);
        try { buffer[0] = 1; return buffer.AsSpan(0, count).ToArray(); }
        finally { ArrayPool<byte>.Shared.Return(buffer); }
    }
}

//// MemoryPool: the owner is disposed, its memory is used
class Bug
{
    public int Run()
    {
        Memory<byte> memory;
        using (IMemoryOwner<byte> owner = MemoryPool<byte>.Shared.Rent(64)) { memory = owner.Memory; }
        return {|FFI1005:memory.Span|}.Length;
    }
}
class Right
{
    public int Run()
    {
        using IMemoryOwner<byte> owner = MemoryPool<byte>.Shared.Rent(64);
        Memory<byte> memory = owner.Memory;
        return memory.Span.IndexOf((byte)1);
    }
}

//// PinnedBuffer: a span taken before Dispose is used after
class Bug
{
    public int Run()
    {
        var buffer = PinnedBuffer<byte>.Rent(64);
        Span<byte> bytes = buffer.Span;
        buffer.Dispose();
        return {|FFI1005:bytes|}.IndexOf((byte)0);
    }
}
class Right
{
    public int Run()
    {
        using var buffer = PinnedBuffer<byte>.Rent(64);
        return buffer.Span.IndexOf((byte)0);
    }
}

//// Index of a rented array after a goto-style retry
class Bug
{
    public int Run(int size)
    {
        var rented = ArrayPool<int>.Shared.Rent(size);
        try
        {
            rented[0] = 1;
        }
        finally
        {
            ArrayPool<int>.Shared.Return(rented);
        }

        return {|FFI1005:rented[0]|};
    }
}
class Right
{
    public int Run(int size)
    {
        int[]? rented = null;
        try
        {
            rented = ArrayPool<int>.Shared.Rent(size);
            rented[0] = 1;
            return rented[0];
        }
        finally
        {
            if (rented is not null) ArrayPool<int>.Shared.Return(rented);
        }
    }
}

//// ArrayPool: a span over the array after its return
unsafe class Bug
{
    public int Run(int n)
    {
        char[] chars = ArrayPool<char>.Shared.Rent(n);
        ReadOnlySpan<char> text = chars.AsSpan(0, n);
        ArrayPool<char>.Shared.Return(chars);
        return {|FFI1005:text|}.IndexOf('x');
    }
}
unsafe class Right
{
    public int Run(int n)
    {
        char[] chars = ArrayPool<char>.Shared.Rent(n);
        ReadOnlySpan<char> text = chars.AsSpan(0, n);
        int at = text.IndexOf('x');
        ArrayPool<char>.Shared.Return(chars);
        return at;
    }
}

//// PinnedBuffer: rented and never disposed
static unsafe class Bug
{
    public static int Process()
    {
        PinnedBuffer<byte> buffer = {|FFI1006:PinnedBuffer<byte>.Rent(64)|};
        return Codec.codec_process(buffer.Pointer, 64);
    }
}
static unsafe class Right
{
    public static int Process()
    {
        using PinnedBuffer<byte> buffer = PinnedBuffer<byte>.Rent(64);
        return Codec.codec_process(buffer.Pointer, 64);
    }
}

//// ArrayPool: returned in the loop and again after it
class Bug
{
    public void Copy(Stream source, Stream target)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(8192);
        int read;
        while ((read = source.Read(buffer, 0, buffer.Length)) > 0)
        {
            target.Write(buffer, 0, read);
            if (read < buffer.Length) { ArrayPool<byte>.Shared.Return(buffer); break; }
        }

        {|FFI1007:ArrayPool<byte>.Shared.Return(buffer)|};
    }
}
class Right
{
    public void Copy(Stream source, Stream target)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(8192);
        int read;
        while ((read = source.Read(buffer, 0, buffer.Length)) > 0)
        {
            target.Write(buffer, 0, read);
            if (read < buffer.Length) break;
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }
}
