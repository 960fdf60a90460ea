namespace Ffi.Headers.Digest;

/// <summary>A macro that is no constant: it takes arguments, or stands for a name or an expression. No library exports it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">What it takes; null if it is written without brackets.</param>
/// <param name="Body">What it stands for, its tokens with one space where the header has some; of a macro with parameters, empty.</param>
public sealed record CMacro(string Name, EquatableArray<string>? Parameters, PerPlatform<string> Body) : CItem(Name);
