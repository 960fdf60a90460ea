namespace Ffi.Generators.Liveness;

/// <summary>What rules tell fixes, in a diagnostic's properties.</summary>
internal static class FixProperties
{
    public const string Instead = "Instead";

    /// <summary>The library that an import names.</summary>
    public const string Library = "Library";

    /// <summary>The arguments of the <c>[NativeFunction]</c> that an import becomes.</summary>
    public const string Arguments = "Arguments";

    /// <summary>The calling convention that has to be said.</summary>
    public const string Convention = "Convention";

    /// <summary>Which parameters are a BOOL without saying so.</summary>
    public const string Booleans = "Booleans";
}
