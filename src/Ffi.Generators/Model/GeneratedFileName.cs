namespace Ffi.Generators.Model;

/// <summary>How the generator names its files.</summary>
internal static class GeneratedFileName
{
    /// <summary>The end of every file name, by which our output is told from the user's sources.</summary>
    public const string Suffix = ".Ffi.g.cs";
}
