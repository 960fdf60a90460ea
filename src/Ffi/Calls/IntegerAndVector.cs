namespace Ffi.Calls;

/// <summary>What a call left in rax and xmm0.</summary>
internal readonly record struct IntegerAndVector(ulong Integer, double Vector);
