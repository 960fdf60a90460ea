namespace Ffi;

/// <summary>What checked bodies do, as the environment's <c>FFI_CHECKED</c> says when the program starts.</summary>
public enum NativeCheckMode
{
    /// <summary><c>0</c>: native code gets the caller's memory, as it does without checks.</summary>
    Off,

    /// <summary><c>1</c>, or nothing: native code gets copies between bytes that tell what it wrote.</summary>
    On,

    /// <summary><c>guard</c>: the copies end at a page that can't be accessed, and can't be accessed themselves after the call. The
    /// native instruction that tries to stops the program.</summary>
    Guard,
}
