namespace Ffi.Bindgen.Inference;

/// <summary>A line of a recipe that a name alone suggests.</summary>
/// <param name="Line">The line.</param>
/// <param name="Reason">What suggests it.</param>
internal sealed record Guess(string Line, string Reason);
