using System.Runtime.CompilerServices;

namespace Ffi;

/// <summary>An asynchronous operation of native code on a buffer. This object owns the buffer, and the word by which native code signals
/// the end.</summary>
/// <remarks>
/// <para><c>operation.Begin(); device.Start(operation.Buffer.Pointer, …, operation.Completion); await operation.WaitAsync();</c></para>
/// <para>One object serves many operations, one after the other. While one is running, the buffer can't be returned, moved or freed:
/// not by <see cref="NativeOperation.Dispose"/>, not by the collector, not when this object is forgotten.</para>
/// </remarks>
/// <typeparam name="T">What the buffer holds.</typeparam>
/// <param name="length">How many elements the buffer has.</param>
/// <param name="earlyDispose">What disposing does while native code works on the buffer.</param>
/// <param name="file">Where the operation is made; filled in by the compiler, told where the buffer is missed.</param>
/// <param name="line">The line in <paramref name="file"/>.</param>
public sealed class NativeOperation<T>(
    int length, EarlyDispose earlyDispose = EarlyDispose.Throw, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    : NativeOperation(earlyDispose)
    where T : unmanaged
{
    /// <summary>The buffer. While an operation is running, native code reads and writes it.</summary>
    public PinnedBuffer<T> Buffer { get; } = PinnedBuffer<T>.Rent(length, file, line);

    private protected override void Retain() => Buffer.Retain();

    private protected override void Release() => Buffer.Release();

    private protected override void Return() => Buffer.Dispose();
}
