namespace Ffi.Tool;

/// <summary>How the tool ends.</summary>
internal static class ExitCode
{
    /// <summary>All was done, and nothing found.</summary>
    public const int Clean = 0;

    /// <summary>Something was found: a wrong declaration, a change that breaks.</summary>
    public const int Findings = 1;

    /// <summary>Something that was asked for can't be read; nothing was checked.</summary>
    public const int CannotRead = 2;
}
