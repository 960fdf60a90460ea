namespace Ffi.Tests.Threading;

/// <summary><c>struct writer</c> of native/sharedmemory/channel.c: writes that many samples, on a thread of its own.</summary>
internal record struct SampleWriter(nint Channel, uint Id, uint Count, uint Batch, uint Written = 0);
