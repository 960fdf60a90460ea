namespace Ffi;

/// <summary>How a delegate gets to its native function.</summary>
public enum NativePath
{
    /// <summary>The delegate does not call native code through this library.</summary>
    None,

    /// <summary>One typed call of the function's address, from code that was generated at compile time.</summary>
    Direct,

    /// <summary>The same, inside a scope that pins, transcodes or holds what the arguments refer to.</summary>
    Scoped,

    /// <summary>A call that was compiled at run time, because the delegate type was not known at compile time or the place that
    /// bound it could not be intercepted.</summary>
    Dynamic,
}
