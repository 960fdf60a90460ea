namespace Ffi;

/// <summary>What a pinned buffer is pinned by: its first element, or no reference at all where it has none.</summary>
internal static class FirstElement
{
    public static ref T OfArray<T>(T[]? array) => ref new Span<T>(array).GetPinnableReference();

    public static ref T OfSpan<T>(Span<T> span) => ref span.GetPinnableReference();

    public static ref readonly T OfReadOnlySpan<T>(ReadOnlySpan<T> span) => ref span.GetPinnableReference();
}
