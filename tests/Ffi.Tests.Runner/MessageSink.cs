using Xunit.Abstractions;
using Xunit.Sdk;

namespace Ffi.Tests.Runner;

/// <summary>Takes what xunit tells while it works, until the message that ends it.</summary>
internal class MessageSink : LongLivedMarshalByRefObject, IMessageSink, IDisposable
{
    private readonly ManualResetEventSlim _finished = new();

    /// <summary>Returns once <see cref="Finish"/> was called.</summary>
    public void Wait() => _finished.Wait();

    /// <inheritdoc/>
    public virtual bool OnMessage(IMessageSinkMessage message) => true;

    public void Dispose() => _finished.Dispose();

    protected void Finish() => _finished.Set();
}
