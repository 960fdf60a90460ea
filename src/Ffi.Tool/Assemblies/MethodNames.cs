namespace Ffi.Tool.Assemblies;

/// <summary>Names of methods as their authors wrote them.</summary>
internal static class MethodNames
{
    private const string InnerImport = ">g____PInvoke|";

    /// <summary>The name of the method for which LibraryImport's generator made an import; null if it is no such import.</summary>
    public static string? OuterOf(string name)
    {
        int end = name.IndexOf(InnerImport, StringComparison.Ordinal);
        return end > 0 && name[0] == '<' ? name[1..end] : null;
    }

    /// <summary>The name of the method that a local function is in; null if it is no local function.</summary>
    public static string? AroundOf(string name)
    {
        int end = name.IndexOf(">g__", StringComparison.Ordinal);
        return end > 0 && name[0] == '<' ? name[1..end] : null;
    }

    public static string Plain(string name) => OuterOf(name) ?? name;
}
