using DmaDevice;
using Ffi.Tests.Testing;
using Allocations = Ffi.Tests.Testing.Allocations;

namespace Ffi.Tests.Memory;

/// <summary>Operations against the simulated device of native/dmaengine, sound and broken.</summary>
public sealed class NativeOperationTests : IDisposable
{
    private static readonly TimeSpan s_soon = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan s_hang = Patience.Limit;

    private readonly Device _device = new();
    private readonly PinnedBuffer<byte> _source = PinnedBuffer<byte>.Rent(40_000);
    private readonly List<NativeOperation<byte>> _operations = [];

    public NativeOperationTests()
    {
        for (int i = 0; i < _source.Length; i++)
        {
            _source.Span[i] = (byte)(i * 31);
        }
    }

    public void Dispose()
    {
        // First the device goes on, so that no operation is waited for that never ends: not where an assertion failed, either.
        _device.Fault = DmaFault.None;
        foreach (NativeOperation<byte> operation in _operations)
        {
            operation.Wait(s_hang);
            operation.Dispose();
        }

        _device.Dispose();
        _source.Dispose();
    }

    [Fact]
    public void ATransferBetweenStackBuffers_IsRight_AndAllocatesNothing()
    {
        TransferOnTheStack();
        Assert.Equal(0, Allocations.Of(100, TransferOnTheStack));
    }

    [Fact]
    public void Wait_ReturnsWhenTheDeviceHasMovedTheBytes()
    {
        NativeOperation<byte> operation = NewOperation(_source.Length);
        _device.Start(_source, operation);
        Assert.Equal(0, operation.Wait(s_hang));

        Assert.True(_source.Span.SequenceEqual(operation.Buffer.Span));
        Assert.False(operation.IsUnderWay);
        Assert.Equal(0, operation.Status);
    }

    [Fact]
    public async Task WaitAsync_ReturnsWhenTheDeviceHasMovedTheBytes()
    {
        _device.Fault = DmaFault.Stalls;
        NativeOperation<byte> operation = NewOperation(9000);
        _device.Start(_source, operation);
        ValueTask<int> wait = operation.WaitAsync(s_hang);
        Assert.False(wait.IsCompleted);
        _device.Fault = DmaFault.None;
        Assert.Equal(0, await wait);
        Assert.True(_source.Span[..9000].SequenceEqual(operation.Buffer.Span));
    }

    [Fact]
    public async Task ManyOperations_AwaitedAtOnce_AllEndRight_WhileTheCollectorCompacts()
    {
        using CompactingCollector collector = new();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(worker => Task.Run(async () =>
        {
            NativeOperation<byte> operation = NewOperation(5000 + worker);
            for (int i = 0; i < 100; i++)
            {
                operation.Buffer.Span.Clear();
                _device.Start(_source, operation);
                Assert.Equal(0, await operation.WaitAsync(s_hang).ConfigureAwait(false));
                Assert.True(_source.Span[..(5000 + worker)].SequenceEqual(operation.Buffer.Span));
            }
        })));
    }

    [Fact]
    public async Task WaitAsync_Cancelled_EndsTheWaitAndNotTheOperation()
    {
        _device.Fault = DmaFault.Stalls;
        NativeOperation<byte> operation = NewOperation(20_000, EarlyDispose.Wait);
        using CancellationTokenSource cancellation = new(s_soon);
        _device.Start(_source, operation);

        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await operation.WaitAsync(cancellation.Token));
        Assert.Equal(cancellation.Token, error.CancellationToken);
        Assert.True(operation.IsUnderWay);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await operation.WaitAsync(cancellation.Token));
        _device.Fault = DmaFault.None;
        Assert.Equal(0, await operation.WaitAsync(s_hang));
    }

    [Fact]
    public async Task TheDevice_Cancelled_EndsTheOperationEarly()
    {
        _device.Fault = DmaFault.Stalls;
        NativeOperation<byte> operation = NewOperation(40_000);
        _device.Start(_source, operation);
        _device.Cancel(operation);
        Assert.Equal(Device.Cancelled, await operation.WaitAsync(s_hang));
    }

    [Fact]
    public async Task ADeviceThatNeverSignals_IsATimeout_AndTheBufferStaysItsOwn()
    {
        _device.Fault = DmaFault.NeverSignals;
        NativeOperation<byte> operation = new(100);
        _device.Start(_source, operation);

        Assert.Throws<TimeoutException>(() => operation.Wait(s_soon));
        await Assert.ThrowsAsync<TimeoutException>(async () => await operation.WaitAsync(s_soon));
        await Assert.ThrowsAsync<TimeoutException>(async () => await operation.WaitAsync(TimeSpan.Zero));
        Assert.True(operation.IsUnderWay);
        Assert.Throws<InvalidOperationException>(() => operation.Status);
        Assert.Throws<InvalidOperationException>(operation.Begin);
        Assert.Throws<InvalidOperationException>(operation.Dispose);
        Assert.Throws<InvalidOperationException>(() => operation.Buffer.Dispose());
        Assert.True(operation.Buffer.IsRetained);

        operation.Withdraw(); // The test knows what a program can't: this device has forgotten the transfer.
        operation.Dispose();
    }

    [Fact]
    public void ADeviceThatSignalsTwice_IsToldAtTheNextBegin_AndNothingIsLost()
    {
        _device.Fault = DmaFault.SignalsTwice;
        NativeOperation<byte> operation = NewOperation(_source.Length);
        _device.Start(_source, operation);
        Assert.Equal(0, operation.Wait(s_hang));
        Assert.True(_source.Span.SequenceEqual(operation.Buffer.Span));

        _device.Fault = DmaFault.None;
        InvalidOperationException? error = null;
        Assert.True(SpinWait.SpinUntil(() => (error = BeginError(operation)) is not null, s_hang));
        Assert.Contains("signalled 1 times", error!.Message, StringComparison.Ordinal);

        _device.Start(_source, operation);
        Assert.Equal(0, operation.Wait(s_hang));

        // The second signal may come after this thread has seen the first.
        static InvalidOperationException? BeginError(NativeOperation operation)
        {
            try
            {
                operation.Begin();
                operation.Withdraw();
                return null;
            }
            catch (InvalidOperationException error)
            {
                return error;
            }
        }
    }

    [Fact]
    public async Task Dispose_Early_WaitsWhereThatWasDeclared()
    {
        _device.Fault = DmaFault.Stalls;
        NativeOperation<byte> operation = new(9000, EarlyDispose.Wait);
        PinnedBuffer<byte> buffer = operation.Buffer;
        _device.Start(_source, operation);
        using Timer timer = new(_ => _device.Fault = DmaFault.None, null, s_soon, Timeout.InfiniteTimeSpan);
        await Task.Run(operation.Dispose).WaitAsync(s_hang);

        Assert.Throws<ObjectDisposedException>(() => buffer.Span.Length);
        Assert.Throws<ObjectDisposedException>(operation.Begin);
        Assert.Throws<ObjectDisposedException>(() => operation.Wait());
        Assert.Throws<ObjectDisposedException>(() => operation.Completion);
        operation.Dispose();
    }

    [Fact]
    public async Task WaitAsync_ByTwoAtOnce_IsRefused()
    {
        _device.Fault = DmaFault.Stalls;
        NativeOperation<byte> operation = NewOperation(20_000);
        _device.Start(_source, operation);
        ValueTask<int> first = operation.WaitAsync(s_hang);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await operation.WaitAsync());
        _device.Fault = DmaFault.None;
        Assert.Equal(0, await first);
    }

    [Fact]
    public void AnOperation_ThatNeverBegan_IsDisposedAtOnce()
    {
        NativeOperation<byte> operation = new(10);
        Assert.False(operation.IsUnderWay);
        operation.Dispose();
    }

    /// <summary>An operation that is disposed of once the device is whole again.</summary>
    private NativeOperation<byte> NewOperation(int bytes, EarlyDispose earlyDispose = EarlyDispose.Throw)
    {
        NativeOperation<byte> operation = new(bytes, earlyDispose);
        lock (_operations)
        {
            _operations.Add(operation);
        }

        return operation;
    }

    private void TransferOnTheStack()
    {
        Span<byte> target = stackalloc byte[600];
        Span<byte> again = stackalloc byte[600];
        _device.Transfer(_source.Span[..600], target);
        _device.TransferByRegisters(target, again);
        if (!_source.Span[..600].SequenceEqual(again))
        {
            Assert.Fail("Bytes are off.");
        }
    }
}
