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
