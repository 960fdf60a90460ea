namespace Ffi.Generators.Tests.Liveness;

public class FFI1002Tests
{
    [Fact]
    public Task AsPointer_OfAnArrayElement_IsReported() => Snippet.Verify("""
        void M(byte[] a) { Native.Use(Unsafe.AsPointer(ref {|FFI1002:a[0]|})); }
        """);

    [Fact]
    public Task AsPointer_OfASpan_IsReported() => Snippet.Verify("""
        void M(Span<byte> s) { byte* p = (byte*)Unsafe.AsPointer(ref {|FFI1002:MemoryMarshal.GetReference(s)|}); *p = 1; }
        """);

    [Fact]
    public Task AsPointer_OfAField_IsReported() => Snippet.Verify("""
        int word;
        void M() { nint p = (nint)Unsafe.AsPointer(ref {|FFI1002:word|}); Native.Take(p); }
        """);

    [Fact]
    public Task AsPointer_OfArrayData_Returned_IsReported() => Snippet.Verify("""
        void* M(int[] a) { return Unsafe.AsPointer(ref {|FFI1002:MemoryMarshal.GetArrayDataReference(a)|}); }
        """);

    [Fact]
    public Task AsPointer_OfARefLocal_IsReported() => Snippet.Verify("""
        void M(byte[] a) { ref byte r = ref {|FFI1002:a[3]|}; Native.Use(Unsafe.AsPointer(ref r)); }
        """);

    [Fact]
    public Task AsPointer_ThroughUnsafeAdd_InALoop_IsReported() => Snippet.Verify("""
        void M(byte[] a) { for (int i = 0; i < 4; i++) Native.Use(Unsafe.AsPointer(ref Unsafe.Add(ref {|FFI1002:a[0]|}, i))); }
        """);

    [Fact]
    public Task UnsafeAddr_OfAnArrayNobodyPins_IsReported() => Snippet.Verify("""
        void M() { var a = new byte[16]; Native.Take({|FFI1002:Marshal.UnsafeAddrOfPinnedArrayElement(a, 0)|}); }
        void N(byte[] a) { Native.Take({|FFI1002:Marshal.UnsafeAddrOfPinnedArrayElement(a, 0)|}); }
        """);

    [Fact]
    public Task UnsafeAddr_OfAPinnedArray_IsNotReported() =>
        Snippet.Verify(
            """
            void M(byte[] a) { var h = GCHandle.Alloc(a, GCHandleType.Pinned); try { Native.Take(Marshal.UnsafeAddrOfPinnedArrayElement(a, 0)); } finally { h.Free(); } }
            void N() { var a = GC.AllocateArray<byte>(16, pinned: true); Native.Take(Marshal.UnsafeAddrOfPinnedArrayElement(a, 0)); }
            """
        );

    [Fact]
    public Task AsPointer_OfTheStack_IsNotReported() =>
        Snippet.Verify(
            """
            void M() { int x = 1; Native.Use(Unsafe.AsPointer(ref x)); Span<byte> s = stackalloc byte[8]; Native.Use(Unsafe.AsPointer(ref MemoryMarshal.GetReference(s))); }
            """
        );

    [Fact]
    public Task AsPointer_OfNativeMemory_IsNotReported() => Snippet.Verify("""
        void M(byte* p) { var s = new Span<byte>(p, 4); Native.Use(Unsafe.AsPointer(ref s[0])); Native.Use(Unsafe.AsPointer(ref *p)); }
        """);

    [Fact]
    public Task AsPointer_InsideAFixedOfTheSameArray_IsNotReported() => Snippet.Verify("""
        void M(byte[] a) { fixed (byte* _ = a) { Native.Use(Unsafe.AsPointer(ref a[4])); } }
        """);

    [Fact]
    public Task AsPointer_ForItsAlignmentOnly_IsNotReported() => Snippet.Verify("""
        bool M(Span<byte> s) { return ((nuint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(s)) & 15) == 0; }
        """);

    [Fact]
    public Task AsPointer_InARefStruct_IsNotReported() => Snippet.Verify("""
        ref struct R { int word; void M() { Native.Use(Unsafe.AsPointer(ref word)); } }
        """);

    [Fact]
    public Task RefsToMovableMemory_AreNotReported() =>
        Snippet.Verify(
            """
            static bool Narrow(ref ushort source, ref byte target) => source == target;
            bool M(ReadOnlySpan<char> text, byte[] a) { ref ushort source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text)); return Narrow(ref source, ref a[0]); }
            bool N(ReadOnlySpan<char> text, byte[] a) { return Narrow(ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text)), ref Unsafe.Add(ref a[0], 1)); }
            bool O(ReadOnlySpan<char> text) { return Unsafe.IsNullRef(ref MemoryMarshal.GetReference(text)); }
            """
        );

    [Fact]
    public Task Address_OfAnArrayHandedToWhoPinsIt_IsNotReported() =>
        Snippet.Verify(
            """
            byte[] message = null!;
            static void SetPinned(object[] all) { }
            void M() { message = new byte[4]; var objects = new object[1]; objects[0] = message; SetPinned(objects); Native.Use((void*)Marshal.UnsafeAddrOfPinnedArrayElement(message, 0)); }
            void N() { byte[] a = new byte[4]; Native.Use((void*){|FFI1002:Marshal.UnsafeAddrOfPinnedArrayElement(a, 0)|}); }
            """
        );
}
