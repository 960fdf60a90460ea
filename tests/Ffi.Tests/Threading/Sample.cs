namespace Ffi.Tests.Threading;

/// <summary><c>struct sample</c> of native/sharedmemory/channel.c.</summary>
internal readonly record struct Sample(ulong Number, uint Writer, uint Check)
{
    public static Sample Of(uint writer, ulong number) => new(number, writer, (uint)(number * 2654435761u) ^ writer);

    public bool IsWhole => this == Of(Writer, Number);
}
