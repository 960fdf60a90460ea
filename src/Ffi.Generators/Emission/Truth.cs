namespace Ffi.Generators.Emission;

/// <summary>What counts as true in a template.</summary>
internal static class Truth
{
    public static bool Is(bool value) => value;

    public static bool Is(object? value) => value is not null;
}
