namespace Ffi;

/// <summary>Says that the call frees what this argument refers to. The pointer or handle must not be used after the call.</summary>
/// <remarks>A <c>SafeHandle</c> is closed by such a call: its object is marked so, and does not release the handle again. A later use on
/// the same path is reported as FFI1017.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FreesAttribute : Attribute;
