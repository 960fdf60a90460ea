namespace DmaDevice;

/// <summary><c>enum dma_fault</c>: what is wrong with the device.</summary>
internal enum DmaFault
{
    None,
    NeverSignals,
    SignalsTwice,

    /// <summary>Stops in the middle of a transfer, until the fault is cleared or the transfer cancelled.</summary>
    Stalls,
}
