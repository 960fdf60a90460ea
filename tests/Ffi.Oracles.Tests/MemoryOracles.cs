using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.Oracles.Tests;

/// <summary>Memory of the stack and of native allocators, and text.</summary>
public unsafe class MemoryOracles
{
    [Fact]
    public void FFI1003_AddressOfALocal_Breaks()
    {
        int* address = AddressOfLocal();
        FillStack();

        Assert.NotEqual(42, Volatile.Read(ref *address));
    }

    [Fact]
    public void FFI1003_AddressOfNativeMemory_Holds()
    {
        int* address = (int*)NativeMemory.Alloc(sizeof(int));
        *address = 42;
        FillStack();

        Assert.Equal(42, Volatile.Read(ref *address));
        NativeMemory.Free(address);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int* AddressOfLocal()
    {
        int local = 42;
        Volatile.Write(ref local, 42);
        return &local;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void FillStack()
    {
        byte* bytes = stackalloc byte[4_096];
        new Span<byte>(bytes, 4_096).Fill(0xAB);
        Native.KeepAddress((nint)bytes);
    }

    [Fact]
    public void FFI1014_MemoryAfterFree_IsSomebodyElses_Breaks()
    {
        // An allocator gives the same block again, if not at once.
        long* freed = (long*)NativeMemory.Alloc(4_000);
        *freed = 1;
        NativeMemory.Free(freed);
        var others = new List<nint>();
        do
        {
            others.Add((nint)NativeMemory.Alloc(4_000));
            *(long*)others[^1] = 2;
        }
        while (others[^1] != (nint)freed && others.Count < 10_000);

        Assert.Equal(2, *freed);
        others.ForEach(other => NativeMemory.Free((void*)other));
    }

    [Fact]
    public void FFI1014_WrongFamily_Breaks() => Assert.NotEqual(0, ChildProcess.ExitCodeOf("wrong-family"));

    [Fact]
    public void FFI1014_RightFamily_Holds() => Assert.Equal(0, ChildProcess.ExitCodeOf("right-family"));

    [Fact]
    public void FFI1015_ResultNeverFreed_Breaks()
    {
        int before = Native.LiveNames();
        nint leaked = Native.MakeName();
        string name = Marshal.PtrToStringUTF8(leaked)!;

        Assert.Equal(("made", before + 1), (name, Native.LiveNames()));
        Native.FreeName(leaked);
    }

    [Fact]
    public void FFI1015_ResultFreed_Holds()
    {
        int before = Native.LiveNames();
        nint made = Native.MakeName();
        string name = Marshal.PtrToStringUTF8(made)!;
        Native.FreeName(made);

        Assert.Equal(("made", before), (name, Native.LiveNames()));
    }

    [Fact]
    public void FFI1020_StringWrittenThrough_ChangesForAll_Breaks()
    {
        string shared = string.Intern(new string('a', 3) + "-oracle");
        string alsoShared = string.Intern(new string('a', 3) + "-oracle");
        fixed (char* text = shared)
        {
            text[0] = 'b';
        }

        Assert.Equal('b', alsoShared[0]);
    }

    [Fact]
    public void FFI1020_CopyWritten_Holds()
    {
        string shared = string.Intern(new string('c', 3) + "-oracle");
        char[] copy = shared.ToCharArray();
        fixed (char* text = copy)
        {
            text[0] = 'b';
        }

        Assert.Equal('c', shared[0]);
    }

    [Fact]
    public void FFI1022_BytesWithoutNul_Breaks()
    {
        byte* memory = (byte*)NativeMemory.AllocZeroed(16);
        "abcSECRET"u8.CopyTo(new Span<byte>(memory, 16));
        var text = new Span<byte>(memory, 3);

        fixed (byte* pointer = text)
        {
            Assert.Equal(9, Native.TextLength(pointer));
        }

        NativeMemory.Free(memory);
    }

    [Fact]
    public void FFI1022_LiteralWithItsNul_Holds()
    {
        fixed (byte* pointer = "abc"u8)
        {
            Assert.Equal(3, Native.TextLength(pointer));
        }
    }
}
