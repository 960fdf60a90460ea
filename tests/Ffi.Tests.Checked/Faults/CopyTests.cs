using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Ffi.Tests.Testing;

namespace Ffi.Tests.Checked.Faults;

/// <summary>What native code gets is a copy, and nobody notices.</summary>
public unsafe class CopyTests
{
    [Fact]
    public void Memory_CrossesAsACopyUnlessChecksAreSuspended()
    {
        byte[] memory = GC.AllocateArray<byte>(8, pinned: true);
        long address = (nint)Unsafe.AsPointer(ref memory[0]);

        Assert.NotEqual(address, Careless.AddressOf(memory));
        using (NativeChecks.Suspend())
        {
            Assert.Equal(address, Careless.AddressOf(memory));
        }

        Assert.NotEqual(address, Careless.AddressOf(memory));
    }

    [Fact]
    public void TheSameMemoryTwice_IsTheSameCopyTwice()
    {
        byte[] memory = new byte[16];

        Assert.Equal(0, Careless.Distance(memory, memory));
        Assert.Equal(4, Careless.Distance(memory, memory.AsSpan(4, 8)));
    }

    [Fact]
    public void AnAddressInACopy_ComesBackAsTheCallersOwn()
    {
        byte[] text = GC.AllocateArray<byte>(8, pinned: true);
        "hello"u8.CopyTo(text);
        nint start = (nint)Unsafe.AsPointer(ref text[0]);

        Careless.FindEnd(text, out byte* end);

        Assert.Equal(start + 2, Careless.Find(text, 'l'));
        Assert.Equal(0, Careless.Find(text, 'x'));
        Assert.Equal(start + 5, (nint)end);
        Assert.Equal("world", Careless.CopyText(text, "world"));
        Assert.Equal("world\0"u8, text.AsSpan(0, 6));
    }

    [Fact]
    public void Alignment_IsKept()
    {
        byte[] memory = GC.AllocateArray<byte>(256, pinned: true);
        long start = (nint)Unsafe.AsPointer(ref memory[0]);

        for (int offset = 0; offset < 128; offset++)
        {
            Assert.Equal((start + offset) % 64, Careless.AddressOf(memory.AsSpan(offset, 8)) % 64);
        }
    }

    [Fact]
    public void WhatACallbackWritesMeanwhile_IsNotUndone()
    {
        int[] numbers = [1, 2, 3];

        Careless.CallWith(numbers, () => numbers[1] = 20);

        Assert.Equal([1, 20, 3], numbers);
    }

    [Fact]
    public void ACheckedCall_AllocatesNothingOnTheManagedHeap()
    {
        byte[] memory = new byte[100];
        void Call()
        {
            Careless.Fill(memory, 0, 100, 1);
            Careless.Sum(memory, 100);
        }

        Call();
        Assert.Equal(0, Allocations.Of(1000, Call));
    }

    [Fact]
    public void Reported_IsRaisedBeforeItIsThrown()
    {
        ConcurrentQueue<NativeFaultReport> reports = [];
        void Listen(NativeFaultReport report) => reports.Enqueue(report);
        NativeChecks.Reported += Listen;
        try
        {
            NativeFaultException exception = Assert.Throws<NativeFaultException>(() => Careless.StoreLong(out int _, -1));
            Assert.Contains(exception.Report, reports);
            Assert.EndsWith("docs/diagnostics/FFI9001.md", exception.HelpLink);
        }
        finally
        {
            NativeChecks.Reported -= Listen;
        }
    }
}
