namespace Ffi;

/// <summary>What checked mode has found. The number is that of the report's page.</summary>
public enum NativeFault
{
    /// <summary>Native code wrote before or behind the memory that it was given.</summary>
    WrittenOutside = 9001,

    /// <summary>Native code wrote to memory that the declaration lets it read only.</summary>
    WrittenReadOnly = 9002,

    /// <summary>Native code wrote to an argument after the call had returned.</summary>
    WrittenLate = 9003,
}
