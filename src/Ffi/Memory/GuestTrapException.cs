namespace Ffi;

/// <summary>The guest ran into what its machine forbids, and was stopped in the middle of a call.</summary>
/// <remarks>Its memory is as the guest left it: nothing that it would have done after the trap was done.</remarks>
public class GuestTrapException : Exception
{
    /// <summary>A trap without a reason.</summary>
    public GuestTrapException()
    {
    }

    /// <summary>A trap.</summary>
    /// <param name="message">What the guest did, in the words of its machine.</param>
    public GuestTrapException(string message) : base(message)
    {
    }

    /// <summary>A trap that came of another error.</summary>
    /// <param name="message">What the guest did, in the words of its machine.</param>
    /// <param name="innerException">The other error.</param>
    public GuestTrapException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
