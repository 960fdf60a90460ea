namespace DmaDevice;

/// <summary><c>struct dma_registers</c>: the device looks at the descriptor when <c>Busy</c> becomes 1, and clears it at the end.</summary>
internal unsafe struct DmaRegisters
{
    public byte* Target;
    public byte* Source;
    public uint Bytes;
    public int Busy;
}
