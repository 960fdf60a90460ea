// A section is a program of its own: what Bug does is reported where marked, what Right does is not.

//// member: a fixed buffer of an object
unsafe struct Header { public fixed byte Magic[16]; }
sealed unsafe class Bug
{
    private Header _header;

    public byte* Magic
    {
        get
        {
            fixed (byte* magic = _header.Magic)
            {
                return {|FFI1001:magic|};
            }
        }
    }
}
static unsafe class Right
{
    [DllImport("header")] static extern void read_header(Header* header);

    public static byte First()
    {
        Header header;
        read_header(&header);
        byte* magic = header.Magic;
        return magic[0];
    }
}

//// member: fixed over a type that pins its array by a pattern
sealed class Bitmap
{
    private readonly byte[] _bits = new byte[64];

    public ref byte GetPinnableReference() => ref _bits[0];
}
static unsafe class Bug
{
    public static int Draw(Bitmap bitmap)
    {
        nint scan;
        fixed (byte* bits = bitmap)
        {
            scan = (nint)bits;
        }

        return Codec.codec_process_ptr({|FFI1001:scan|}, 64);
    }
}
static unsafe class Right
{
    public static int Draw(Bitmap bitmap)
    {
        fixed (byte* bits = bitmap)
        {
            nint scan = (nint)bits;
            return Codec.codec_process_ptr(scan, 64);
        }
    }
}

//// member: a pointer into an array of the pinned heap is kept beside the array
sealed unsafe class Bug
{
    private readonly byte[] _storage = new byte[4096];
    private readonly byte* _head;

    public Bug()
    {
        fixed (byte* start = _storage)
        {
            _head = {|FFI1001:start|};
        }
    }

    public int Submit(int length) => Codec.codec_process(_head, length);
}
sealed unsafe class Right
{
    private readonly byte[] _storage = GC.AllocateArray<byte>(4096, pinned: true);
    private readonly byte* _head;

    public Right()
    {
        fixed (byte* start = _storage)
        {
            _head = start;
        }
    }

    public int Submit(int length) => Codec.codec_process(_head, length);
}

//// member: the first character of a string, by a reference
static unsafe class Bug
{
    [DllImport("text")] static extern int text_width(char* text);

    public static int Width(string text) => text_width((char*)Unsafe.AsPointer(ref Unsafe.AsRef(in {|FFI1002:text.GetPinnableReference()|})));
}
static unsafe class Right
{
    [DllImport("text")] static extern int text_width(char* text);

    public static int Width(string text)
    {
        fixed (char* first = &text.GetPinnableReference())
        {
            return text_width(first);
        }
    }
}

//// member: the address of an array that a handle pins, taken by fixed
static unsafe class Bug
{
    public static BufferDescriptor Describe(byte[] data)
    {
        BufferDescriptor descriptor = default;
        fixed (byte* start = data)
        {
            descriptor.Data = (nint)start;
        }

        return {|FFI1001:descriptor|};
    }
}
static unsafe class Right
{
    public static BufferDescriptor Describe(byte[] data, out GCHandle pin)
    {
        BufferDescriptor descriptor = default;
        pin = GCHandle.Alloc(data, GCHandleType.Pinned);
        fixed (byte* start = data)
        {
            descriptor.Data = (nint)start;
        }

        return descriptor;
    }
}
