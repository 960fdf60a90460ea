namespace Ffi.Tool.Comparing;

/// <summary>What an upgrade of a library means.</summary>
/// <param name="Old">The older headers.</param>
/// <param name="New">The newer ones.</param>
/// <param name="Changes">What changed.</param>
/// <param name="Added">How much is new.</param>
internal sealed record DiffReport(string Old, string New, IReadOnlyList<DigestChange> Changes, int Added)
{
    /// <summary>How many changes break declarations.</summary>
    public int Breaking => Changes.Count(static change => change.Impact == ChangeImpact.Breaks);
}
