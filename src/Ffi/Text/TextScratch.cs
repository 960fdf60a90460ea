using System.Runtime.CompilerServices;

namespace Ffi.CompilerServices;

/// <summary>Room on the caller's stack for one short text.</summary>
/// <remarks>Generated code declares one beside each text that it passes; programs don't have to. A local of a fixed size, and not a
/// <c>stackalloc</c>, because a method with a <c>stackalloc</c> never inlines.</remarks>
[InlineArray(Length)]
public struct TextScratch
{
    /// <summary>The room, in bytes, the NUL included.</summary>
    public const int Length = 256; // A frame's worth: above it, a pooled array costs less than a page of stack that nobody else touches.

    private byte _first;
}
