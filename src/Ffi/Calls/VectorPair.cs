namespace Ffi.Calls;

/// <summary>What a call left in xmm0 and xmm1.</summary>
internal readonly record struct VectorPair(double Low, double High);
