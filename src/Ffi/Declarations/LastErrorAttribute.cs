namespace Ffi;

/// <summary>Marks an <c>out int</c> parameter that that is not passed to native code: it receives the <c>errno</c> (on Windows, the last
/// error) of this call. It is cleared before the call, so it is 0 if the call sets none.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class LastErrorAttribute : Attribute;
