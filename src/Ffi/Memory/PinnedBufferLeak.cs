namespace Ffi;

/// <summary>A pinned buffer that was rented and never returned.</summary>
/// <param name="ElementType">The type of its elements.</param>
/// <param name="File">The source file that rented it.</param>
/// <param name="Line">The line in that file.</param>
public sealed record PinnedBufferLeak(Type ElementType, string File, int Line)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}({Line}): this PinnedBuffer<{ElementType.Name}> was never disposed.";
}
