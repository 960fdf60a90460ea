// A simulated device with direct memory access, and who keeps its buffers in place until when.
//
//     dotnet run --project samples/DmaDevice
//     dotnet run --project samples/DmaDevice -- torture [unprotected]      what the protection is for
//     dotnet run --project samples/DmaDevice -- allocations               what an awaited operation allocates
//     dotnet run --project samples/DmaDevice -- leave                     ends the process while the device is at work

using DmaDevice;
using Ffi;

if (args is ["torture", ..])
{
    ulong wrong = Torture.Run(TimeSpan.FromSeconds(1), isProtected: args is not [_, "unprotected"]);
    Console.WriteLine($"{wrong} bytes off");
    return wrong == 0 ? 0 : 1;
}

if (args is ["allocations"])
{
    await Allocations.Measure(operations: 2_000);
    Console.WriteLine($"{await Allocations.Measure(operations: 10_000)} B an operation");
    return 0;
}

if (args is ["leave"])
{
    Device busy = new() { Fault = DmaFault.Stalls };
    busy.Start(PinnedBuffer<byte>.Rent(1 << 20), new NativeOperation<byte>(1 << 20));
    return 0;
}

using Device device = new();

// 1. The device needs the memory during the call only: the stack will do, and the heap is not touched.
device.WarmUp();
long allocated = GC.GetAllocatedBytesForCurrentThread();
Span<byte> source = stackalloc byte[512];
Span<byte> target = stackalloc byte[512];
source.Fill(7);
device.Transfer(source, target);
device.TransferByRegisters(target, source);
allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
Console.WriteLine($"Stack to stack, twice: {(source.SequenceEqual(target) ? "right" : "WRONG")}, {allocated} B on the heap.");

// 2. The device needs the memory after the call: an operation owns it until the device signals.
using PinnedBuffer<byte> samples = PinnedBuffer<byte>.Rent(100_000);
samples.Span.Fill(42);
using NativeOperation<byte> operation = new(100_000, EarlyDispose.Wait);
device.Start(samples, operation);
int status = await operation.WaitAsync();
Console.WriteLine($"Ended with {status}; the last byte is {operation.Buffer.Span[^1]}.");

// 3. A device that hangs: the wait can be given up, the buffer can't.
device.Fault = DmaFault.Stalls;
device.Start(samples, operation);
try
{
    operation.Wait(TimeSpan.FromMilliseconds(10));
}
catch (TimeoutException error)
{
    Console.WriteLine($"Caught: {error.Message}");
}

try
{
    operation.Buffer.Dispose();
}
catch (InvalidOperationException error)
{
    Console.WriteLine($"Caught: {error.Message}");
}

device.Cancel(operation);
Console.WriteLine($"Cancelled; ended with {operation.Wait()}.");
return 0;
