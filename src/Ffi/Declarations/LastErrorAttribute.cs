namespace Ffi;

/// <summary>Marks an <c>out int</c> parameter that native code never sees: it receives the <c>errno</c> (on Windows, the last error)
/// that this very call left; 0 where it left none, since it is cleared before the call.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class LastErrorAttribute : Attribute;
