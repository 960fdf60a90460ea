namespace Ffi.Generators.Model;

/// <summary>What native code gets after an exception, as an attribute gives it.</summary>
/// <param name="Text">The value as C# writes it; empty if it doesn't fit.</param>
/// <param name="Misfit">The value for a message, where the callback's result can't be it; null if it can.</param>
internal sealed record CallbackDefaultModel(string Text, string? Misfit = null);
