using Ffi;

namespace DmaDevice;

/// <summary>A device that moves bytes on its own time.</summary>
internal sealed unsafe class Device : IDisposable
{
    public const int Cancelled = -125;

    private readonly nint _device = DmaLibrary.Open();

    public DmaFault Fault
    {
        set => DmaLibrary.SetFault(_device, value);
    }

    /// <summary>Binds the functions that both ways of moving call, the operating system's futex too, which allocates once.</summary>
    public void WarmUp()
    {
        Transfer([1], new byte[1]);
        TransferByRegisters([1], new byte[1]);
        int word = 0;
        new Futex(&word).Wait(expected: 1);
    }

    /// <summary>Moves bytes and returns when they are moved. They may well be on the stack: nothing here puts them on the heap.</summary>
    public void Transfer(ReadOnlySpan<byte> source, Span<byte> target)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(target.Length, source.Length);
        DmaLibrary.Transfer(_device, target, source, (uint)source.Length);
    }

    /// <summary>The same as a driver does it: the addresses go to the device's registers, and the method stays until the device is done.
    /// The <c>fixed</c> block is what keeps the memory in its place until then.</summary>
    public void TransferByRegisters(ReadOnlySpan<byte> source, Span<byte> target)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(target.Length, source.Length);
        DmaRegisters* registers = DmaLibrary.Registers(_device);
        fixed (byte* sourcePointer = source)
        fixed (byte* targetPointer = target)
        {
            registers->Source = sourcePointer;
            registers->Target = targetPointer;
            registers->Bytes = (uint)source.Length;
            Volatile.Write(ref registers->Busy, 1);
            DmaLibrary.Kick(_device);
            new Futex(&registers->Busy, OperatingSystem.IsWindows() ? FutexScope.Private : FutexScope.Shared).WaitWhile(1);
        }
    }

    /// <summary>Starts to fill the operation's buffer, and returns at once.</summary>
    /// <param name="source">Must be held until the operation has ended, too.</param>
    /// <param name="operation">Owns the buffer, and tells when the device is done with it.</param>
    public void Start(PinnedBuffer<byte> source, NativeOperation<byte> operation)
    {
        operation.Begin();
        uint bytes = (uint)Math.Min(source.Length, operation.Buffer.Length);
        if (DmaLibrary.Start(_device, operation.Buffer.Pointer, source.Pointer, bytes, operation.Completion) == 0)
        {
            operation.Withdraw();
            throw new InvalidOperationException("The device's queue is full.");
        }
    }

    /// <summary>Asks the device to stop; the operation then ends soon, as <see cref="Cancelled"/> or as done.</summary>
    public void Cancel(NativeOperation<byte> operation) => DmaLibrary.Cancel(_device, operation.Completion);

    /// <summary>Waits for what is queued, and ends the device.</summary>
    public void Dispose() => DmaLibrary.Close(_device);
}
