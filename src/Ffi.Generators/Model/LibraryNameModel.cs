namespace Ffi.Generators.Model;

/// <summary>The names of a library, by operating system.</summary>
internal sealed record LibraryNameModel(string Name, string? Linux, string? MacOS, string? Windows);
