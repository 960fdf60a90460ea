using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi.Oracles.Tests;

/// <summary>Handles, borrowed results, symbols and errno, used after what gave them had ended.</summary>
public unsafe class HandleOracles
{
    private sealed class Owner
    {
        public static int Closed;

        private readonly nint handle = 42;

        ~Owner() => Closed++;

        [MethodImpl(MethodImplOptions.NoInlining)]
        public void Work() => Native.CallDuring(&Collector.CompactDuringCall, handle);

        [MethodImpl(MethodImplOptions.NoInlining)]
        public void WorkAndStay()
        {
            Native.CallDuring(&Collector.CompactDuringCall, handle);
            GC.KeepAlive(this);
        }
    }

    [Fact]
    public void FFI1009_FinalizerDuringTheCall_Breaks()
    {
        Owner.Closed = 0;
        new Owner().Work();

        Assert.Equal(1, Owner.Closed);
    }

    [Fact]
    public void FFI1009_KeepAliveAfterTheCall_Holds()
    {
        Owner.Closed = 0;
        new Owner().WorkAndStay();

        Assert.Equal(0, Owner.Closed);
        Collector.Compact();
    }

    [Fact]
    public void FFI1016_TextAfterTheNextRow_Breaks()
    {
        Native.NextRow(1);
        nint text = Native.RowText();
        Native.NextRow(2);

        Assert.Equal('2', Marshal.PtrToStringUTF8(text)![0]);
    }

    [Fact]
    public void FFI1016_TextCopiedBefore_Holds()
    {
        Native.NextRow(1);
        string text = Marshal.PtrToStringUTF8(Native.RowText())!;
        Native.NextRow(2);

        Assert.Equal('1', text[0]);
    }

    [Fact]
    public void FFI1017_HandleAfterItsEnd_IsSomebodyElses_Breaks()
    {
        int slot = Native.OpenSlot(1);
        Native.CloseSlot(slot);
        int other = Native.OpenSlot(2);

        Assert.Equal(2, Native.SlotValue(slot));
        Native.CloseSlot(other);
    }

    [Fact]
    public void FFI1017_HandleBeforeItsEnd_Holds()
    {
        int slot = Native.OpenSlot(1);
        int other = Native.OpenSlot(2);

        Assert.Equal(1, Native.SlotValue(slot));
        Native.CloseSlot(slot);
        Native.CloseSlot(other);
    }

    [Fact]
    public void FFI1018_SymbolAfterUnload_Breaks() => Assert.NotEqual(0, ChildProcess.ExitCodeOf("symbol-unloaded"));

    [Fact]
    public void FFI1018_SymbolWhileLoaded_Holds() => Assert.Equal(0, ChildProcess.ExitCodeOf("symbol-loaded"));

    [Fact]
    public void FFI1019_ErrorReadLate_Breaks()
    {
        Native.FailWith(33);
        Native.FailWith(34);

        Assert.NotEqual(33, Marshal.GetLastPInvokeError());
    }

    [Fact]
    public void FFI1019_ErrorOfACallThatDoesNotKeepIt_Breaks()
    {
        Marshal.SetLastPInvokeError(0);
        Native.FailQuietly(33);

        Assert.NotEqual(33, Marshal.GetLastPInvokeError());
    }

    [Fact]
    public void FFI1019_ErrorReadAtOnce_Holds()
    {
        Native.FailWith(33);
        int error = Marshal.GetLastPInvokeError();
        Native.FailWith(34);

        Assert.Equal(33, error);
    }
}
