namespace Ffi.Headers.Digest;

/// <summary>A variable that the library exports, such as <c>sqlite3_version</c>.</summary>
public sealed record CVariable(string Name, PerPlatform<CType> Type) : CItem(Name)
{
    /// <summary>Whether programs may only read it.</summary>
    public bool IsConst { get; init; }

    /// <summary>The name in the library where it is another than in C; null if it never is.</summary>
    public PerPlatform<string>? Symbol { get; init; }
}
