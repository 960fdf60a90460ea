namespace Ffi.Calls;

/// <summary>What a call left in its first two integer registers: rax and rdx, x0 and x1.</summary>
internal readonly record struct IntegerPair(ulong Low, ulong High);
