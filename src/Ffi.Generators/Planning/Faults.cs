namespace Ffi.Generators.Planning;

/// <summary>Whether declarations have errors.</summary>
internal enum Faults
{
    None,

    /// <summary>The compiler goes on with the stubs, and the analyzers tell the errors.</summary>
    Some,

    /// <summary>The compiler stops before it runs any analyzer.</summary>
    StopCompiler,
}
