namespace Ffi.Headers.Digest;

/// <summary>A struct or union of which the header shows only the name: C programs hold pointers to it.</summary>
public sealed record COpaque(string Name, RecordKind Kind) : CItem(Name);
