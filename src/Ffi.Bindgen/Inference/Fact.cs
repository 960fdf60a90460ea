namespace Ffi.Bindgen.Inference;

/// <summary>How sure an inference is.</summary>
internal enum Certainty
{
    /// <summary>A name alone: a comment in the recipe, and nothing in code.</summary>
    Guess,

    /// <summary>A comment says so, or several signs agree: code has it, with its reason.</summary>
    Likely,

    /// <summary>The compiler was told so.</summary>
    Certain,
}

/// <summary>Something inferred, and why.</summary>
internal sealed record Fact<T>(T Value, Certainty Certainty, string Reason);
