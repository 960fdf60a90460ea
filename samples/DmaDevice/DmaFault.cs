namespace DmaDevice;

/// <summary><c>enum dma_fault</c>: what is wrong with the device.</summary>
internal enum DmaFault
{
    None,
    NeverSignals,
    SignalsTwice,
    Slow,
}
