namespace Ffi;

/// <summary>Says that native code keeps the pointer after the call returns.</summary>
/// <remarks>The argument must then be memory that does not move: a <c>PinnedBuffer&lt;T&gt;</c>, a <c>NativeCallback&lt;T&gt;</c>,
/// a block of <c>SharedBuffers</c>, or native memory. Anything borrowed for the call is an error, FFI1004. The call retains a
/// <c>PinnedBuffer&lt;T&gt;</c>; the program releases it when native code is done with it.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class RetainedAttribute : Attribute
{
    /// <summary>The entry point of the function whose call ends native code's use of the pointer; null if there is none.</summary>
    public string? Until { get; set; }
}
