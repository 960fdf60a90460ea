namespace Ffi.Analyzers;

/// <summary>What rules tell fixes, in a diagnostic's properties.</summary>
internal static class FixProperties
{
    public const string Instead = "Instead";
}
