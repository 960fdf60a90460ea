namespace Ffi;

/// <summary>Says that native code reads a <c>ReadOnlySpan&lt;byte&gt;</c> or <c>ReadOnlySpan&lt;char&gt;</c> up to a NUL, which stands in the
/// span or directly behind it.</summary>
/// <remarks>A <c>u8</c> literal has that NUL behind it, and is passed with no copy.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class NulTerminatedAttribute : Attribute;
