namespace Ffi;

/// <summary>The guest did something that its machine forbids, and was stopped during a call.</summary>
/// <remarks>Its memory is as it was when the guest was stopped.</remarks>
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

    /// <summary>A trap that another error caused.</summary>
    /// <param name="message">What the guest did, in the words of its machine.</param>
    /// <param name="innerException">The other error.</param>
    public GuestTrapException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
