namespace Ffi.Generators.Reading;

/// <summary>C's own allocators, which a program can declare itself.</summary>
internal static class CAllocators
{
    public const string Free = "free";

    public static bool Have(string symbol) => symbol is "malloc" or "calloc" or "realloc" or "strdup" or Free;
}
