namespace Ffi.Generators.Model;

/// <summary>How the generator names its files.</summary>
internal static class GeneratedFileName
{
    /// <summary>The end of every file name, by which our output is told from the user's sources.</summary>
    public const string Suffix = ".Ffi.g.cs";

    /// <summary>The name of the file of a type, which may hold no <c>@</c>, however the namespace is spelled.</summary>
    public static string Of(string @namespace, string types) =>
        (@namespace.Length == 0 ? types : $"{@namespace.Replace("@", "")}.{types}") + Suffix;
}
