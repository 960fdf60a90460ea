// A section is a program of its own: what Bug does is reported where marked, what Right does is not.

//// Unsafe.AsPointer: an array element by way of GetArrayDataReference
unsafe class Bug
{
    public int Sum(byte[] data) => Codec.codec_process((byte*)Unsafe.AsPointer(ref {|FFI1002:MemoryMarshal.GetArrayDataReference(data)|}), data.Length);
}
unsafe class Right
{
    public int Sum(byte[] data) { fixed (byte* p = &MemoryMarshal.GetArrayDataReference(data)) return Codec.codec_process(p, data.Length); }
}

//// Unsafe.AsPointer: a list's storage through CollectionsMarshal
unsafe class Bug
{
    public int Sum(List<byte> list)
    {
        Span<byte> items = CollectionsMarshal.AsSpan(list);
        byte* p = (byte*)Unsafe.AsPointer(ref {|FFI1002:MemoryMarshal.GetReference(items)|});
        return Codec.codec_process(p, items.Length);
    }
}
unsafe class Right
{
    public int Sum(List<byte> list)
    {
        Span<byte> items = CollectionsMarshal.AsSpan(list);
        fixed (byte* p = items) return Codec.codec_process(p, items.Length);
    }
}

//// Unsafe.AsPointer: a field of this object is handed to native code
unsafe class Bug
{
    private BufferDescriptor _descriptor;
    public void Submit() => Native.Submit((BufferDescriptor*)Unsafe.AsPointer(ref {|FFI1002:_descriptor|}));
    static class Native { [DllImport("n")] public static extern void Submit(BufferDescriptor* descriptor); }
}
unsafe class Right
{
    private BufferDescriptor _descriptor;
    public void Submit() { fixed (BufferDescriptor* p = &_descriptor) Native.Submit(p); }
    static class Native { [DllImport("n")] public static extern void Submit(BufferDescriptor* descriptor); }
}

//// Unsafe.AsPointer: of a span over stack memory, which does not move
unsafe class Bug
{
    public static IntPtr Address(Span<int> values) => (IntPtr)Unsafe.AsPointer(ref {|FFI1002:values[0]|});
}
unsafe class Right
{
    public static int Address()
    {
        Span<int> values = stackalloc int[4];
        return Codec.codec_process_ptr((IntPtr)Unsafe.AsPointer(ref values[0]), 16);
    }
}

//// UnsafeAddrOfPinnedArrayElement: nobody pinned the array
class Bug
{
    public int Send(int size)
    {
        byte[] packet = new byte[size];
        packet[0] = 1;
        return Codec.codec_process_ptr({|FFI1002:Marshal.UnsafeAddrOfPinnedArrayElement(packet, 0)|}, packet.Length);
    }
}
class Right
{
    public int Send(int size)
    {
        byte[] packet = GC.AllocateUninitializedArray<byte>(size, pinned: true);
        packet[0] = 1;
        return Codec.codec_process_ptr(Marshal.UnsafeAddrOfPinnedArrayElement(packet, 0), packet.Length);
    }
}

//// generic helper: the address of a by-ref argument is kept as a number
unsafe class Bug
{
    public static nint AddressOf<T>(T[] items) where T : unmanaged => (nint)Unsafe.AsPointer(ref {|FFI1002:items[0]|});
}
unsafe class Right
{
    public static int SizeOf<T>(T[] items) where T : unmanaged => items.Length * sizeof(T);
}

//// ref local: of an array element, laundered
unsafe class Bug
{
    private IntPtr _kept;
    public void Run(int[] values)
    {
        ref int first = ref {|FFI1002:values[0]|};
        _kept = (IntPtr)Unsafe.AsPointer(ref first);
    }
}
unsafe class Right
{
    private int _kept;
    public void Run(int[] values)
    {
        ref int first = ref values[0];
        _kept = first;
        first = 3;
    }
}

//// Unsafe.AsPointer: of an element by way of a ref local
unsafe class Bug
{
    int[] _a = new int[4];
    public nint Q(int i) { ref int r = ref {|FFI1002:_a[i]|}; return (nint)Unsafe.AsPointer(ref r); }
}
unsafe class Right
{
    [FixedAddressValueType] static int s_word;
    public static void* P() => Unsafe.AsPointer(ref s_word);
}

//// UnsafeAddrOfPinnedArrayElement: the array goes along with a NativeOverlapped, which pins it
static unsafe class Bug
{
    public static int Read(byte[] buffer) => Codec.codec_process_ptr({|FFI1002:Marshal.UnsafeAddrOfPinnedArrayElement(buffer, 0)|}, buffer.Length);
}
sealed unsafe class Right(ThreadPoolBoundHandle bound)
{
    [DllImport("device")] static extern int device_read(nint buffer, int length, NativeOverlapped* overlapped);

    public void Read(byte[] buffer)
    {
        NativeOverlapped* overlapped = bound.AllocateNativeOverlapped((_, _, done) => bound.FreeNativeOverlapped(done), null, buffer);
        if (device_read(Marshal.UnsafeAddrOfPinnedArrayElement(buffer, 0), buffer.Length, overlapped) != 0)
        {
            bound.FreeNativeOverlapped(overlapped);
        }
    }
}

//// GC.AllocateArray: not pinned, or pinned where the same question said so
unsafe class Bug<T> where T : unmanaged
{
    public static int Process(int length)
    {
        T[] values = GC.AllocateArray<T>(length, pinned: false);
        return Codec.codec_process((byte*)Unsafe.AsPointer(ref {|FFI1002:values[0]|}), length);
    }
}
unsafe class Right<T> where T : unmanaged
{
    private readonly bool _isPinned = !RuntimeHelpers.IsReferenceOrContainsReferences<T>();
    public int Process(int length)
    {
        T[] values = GC.AllocateArray<T>(length, _isPinned);
        return _isPinned ? Codec.codec_process((byte*)Unsafe.AsPointer(ref values[0]), length) : 0;
    }
}

//// span: from anywhere, or said to be fixed
unsafe struct Bug(byte* start, int length)
{
    public readonly byte* Start = start; public readonly int Length = length;
    public static Bug From(Span<byte> data) => new((byte*)Unsafe.AsPointer(ref {|FFI1002:data[0]|}), data.Length);
    public static Bug Copy(ReadOnlySpan<byte> data) { fixed (byte* p = data) { return {|FFI1001:new(p, data.Length)|}; } }
}
unsafe struct Right(byte* start, int length)
{
    public readonly byte* Start = start; public readonly int Length = length;
    public static Right FromFixed(Span<byte> data) => new((byte*)Unsafe.AsPointer(ref data[0]), data.Length);
    public static Right FromFixed(ReadOnlySpan<byte> data) { fixed (byte* p = data) { return new(p, data.Length); } }
}
unsafe class UnmanagedBlock(Span<byte> data)
{
    public readonly byte* Start = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(data));
}
