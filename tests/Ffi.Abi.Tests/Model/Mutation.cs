namespace Ffi.Abi.Tests.Model;

/// <summary>A mistake in one declaration of the set <c>mutated</c>, which a check of that set must catch.</summary>
/// <param name="Case">The function whose binding it makes wrong.</param>
/// <param name="Right">What is in the C# side.</param>
/// <param name="Wrong">What takes its place.</param>
internal sealed record Mutation(string Name, int Case, string Right, string Wrong)
{
    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("SwappedParameters", 0, "int a1, long a2", "long a2, int a1"),
        new("SwappedParametersOfOneType", 3, "int a1, int a2", "int a2, int a1"),
        new("SwappedFieldsOfAnArgument", 1, "public float f1; public int f2;", "public int f2; public float f1;"),
        new("SwappedFieldsOfAResult", 2, "public double f2; public long f3;", "public long f3; public double f2;"),
        new("NarrowerResult", 0, "long f0(", "int f0("),
    ];

    /// <summary>The C# side with the mistake.</summary>
    public string Apply(string source) => source.Replace(Right, Wrong, StringComparison.Ordinal);
}
