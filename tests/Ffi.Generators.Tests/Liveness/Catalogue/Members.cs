// A section is a program of its own: what Bug does is reported where marked, what Right does is not.

//// member: a view's constructor keeps the pointer, and the view is returned
unsafe readonly struct View
{
    public readonly nint Address;
    public readonly int Length;

    public View(void* start, int length)
    {
        Address = (nint)start;
        Length = length;
    }
}
static unsafe class Bug
{
    public static View Of(ushort[] samples)
    {
        fixed (ushort* start = samples)
        {
            return {|FFI1001:new View(start, samples.Length)|};
        }
    }
}
static unsafe class Right
{
    [DllImport("view")] static extern int view_sum(View view);

    public static int Sum(ushort[] samples)
    {
        fixed (ushort* start = samples)
        {
            var view = new View(start, samples.Length);
            return view_sum(view);
        }
    }
}

//// member: a record struct carries the address out
readonly record struct Block(nint Address, int Length);
static unsafe class Bug
{
    public static Block Of(long[] words)
    {
        fixed (long* first = words)
        {
            var block = new Block((nint)first, words.Length * sizeof(long));
            return {|FFI1001:block|};
        }
    }
}
static unsafe class Right
{
    public static Block Of(long* words, int count) => new((nint)words, count * sizeof(long));
}

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

//// member: a collection expression with a local's address goes into a static
static unsafe class Bug
{
    private static List<nint> s_addresses = [];

    public static void Add()
    {
        long value = 1;
        s_addresses = {|FFI1003:[.. s_addresses, (nint)(&value)]|};
    }
}
static unsafe class Right
{
    private static List<long> s_values = [];

    public static void Add()
    {
        long value = 1;
        long* address = &value;
        s_values = [.. s_values, *address];
    }
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

//// member: exchanged into a field, as a nullable number, and queued in a tuple
sealed unsafe class Bug
{
    private readonly Queue<(nint, int)> _queue = new();
    private nint _current;
    private nint? _first;

    public void Push(byte[] data)
    {
        fixed (byte* start = data)
        {
            Interlocked.Exchange(ref _current, {|FFI1001:(nint)start|});
        }

        fixed (byte* start = data)
        {
            _first ??= {|FFI1001:(nint)start|};
        }

        fixed (byte* start = data)
        {
            _queue.Enqueue({|FFI1001:((nint)start, data.Length)|});
        }
    }
}
sealed unsafe class Right
{
    private readonly Queue<(byte, int)> _queue = new();
    private nint _current;

    public void Push(byte[] data)
    {
        fixed (byte* start = data)
        {
            nint before = Interlocked.Exchange(ref _current, (nint)start);
            Codec.codec_process_ptr(_current, data.Length);
            Volatile.Write(ref _current, before);
            _queue.Enqueue((*start, data.Length));
        }
    }
}

//// member: a stream over the pointer, and a local function that captures it, are returned
static unsafe class Bug
{
    public static Stream Open(byte[] data)
    {
        fixed (byte* start = data)
        {
            return {|FFI1001:new UnmanagedMemoryStream(start, data.Length)|};
        }
    }

    public static Func<int> Reader(byte[] data)
    {
        fixed (byte* start = data)
        {
            nint first = (nint)start;
            return {|FFI1001:Read|};

            int Read() => *(byte*)first;
        }
    }
}
static unsafe class Right
{
    public static int First(byte[] data)
    {
        fixed (byte* start = data)
        {
            using var stream = new UnmanagedMemoryStream(start, data.Length);
            nint first = (nint)start;
            return stream.ReadByte() + Read();

            int Read() => *(byte*)first;
        }
    }
}

//// member: of an element of a span on the stack, by a ref local
static unsafe class Bug
{
    public static int Submit(byte[] data)
    {
        Span<BufferDescriptor> descriptors = stackalloc BufferDescriptor[2];
        fixed (byte* start = data)
        {
            ref BufferDescriptor first = ref descriptors[0];
            first.Data = (nint)start;
        }

        return Codec.codec_process_ptr({|FFI1001:descriptors[0].Data|}, data.Length);
    }
}
static unsafe class Right
{
    [DllImport("codec")] static extern int codec_submit_all(BufferDescriptor* descriptors, int count);

    public static int Submit(byte[] data)
    {
        Span<BufferDescriptor> descriptors = stackalloc BufferDescriptor[2];
        fixed (byte* start = data)
        fixed (BufferDescriptor* all = descriptors)
        {
            ref BufferDescriptor first = ref descriptors[0];
            first.Data = (nint)start;
            return codec_submit_all(all, 2);
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
