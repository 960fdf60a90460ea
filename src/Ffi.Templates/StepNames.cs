namespace Ffi.Templates;

/// <summary>The names by which tests find the generator's steps.</summary>
internal static class StepNames
{
    public const string Read = nameof(Read);
    public const string Translate = nameof(Translate);
}
