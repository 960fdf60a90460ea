namespace Ffi;

/// <summary>Says that the call ends the life of what this argument refers to: the pointer or handle is dead once the call returns.</summary>
/// <remarks>A <c>SafeHandle</c> is closed by such a call: its object is marked so, and does not release the handle again. A later use on the
/// same path is reported as FFI1017.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FreesAttribute : Attribute;
