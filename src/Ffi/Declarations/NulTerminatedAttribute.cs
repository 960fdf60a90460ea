namespace Ffi;

/// <summary>Says that native code reads a <c>ReadOnlySpan&lt;byte&gt;</c> or <c>ReadOnlySpan&lt;char&gt;</c> up to a NUL, which is in the
/// span or directly after it.</summary>
/// <remarks>A <c>u8</c> literal has a NUL after it, and is passed without a copy. Nothing looks for the NUL at run time: native code reads
/// past the end of a span without one. FFI1022 reports visible cases.</remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class NulTerminatedAttribute : Attribute;
