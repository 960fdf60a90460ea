namespace Ffi.Tool.Output;

/// <summary>Lines that IDEs and build servers link to the source, as MSBuild writes them.</summary>
internal static class MessageLine
{
    /// <summary>What comes before a message: <c>Lmdb.cs(391,40): </c>; empty if there is no file.</summary>
    public static string Place(string? file, int line = 0, int column = 0) => (file, line, column) switch
    {
        (null, _, _) => "",
        (_, 0, _) => $"{file}: ",
        (_, _, 0) => $"{file}({line}): ",
        _ => $"{file}({line},{column}): ",
    };
}
