namespace Ffi.Tool.Output;

/// <summary>Why something that was asked for can't be read.</summary>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="File">The file in which it shows; null if in none.</param>
/// <param name="Line">The line, from 1; 0 if there is none.</param>
/// <param name="Column">The column, from 1; 0 if there is none.</param>
internal sealed record Problem(string Message, string? File = null, int Line = 0, int Column = 0)
{
    /// <summary>The problem as compilers write it.</summary>
    public override string ToString() => $"{MessageLine.Place(File, Line, Column)}error: {Message}";
}
