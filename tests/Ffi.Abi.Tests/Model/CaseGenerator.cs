namespace Ffi.Abi.Tests.Model;

/// <summary>Draws functions of 0 to 20 parameters: the same ones for the same seed.</summary>
internal static class CaseGenerator
{
    private const int MaxParameters = 20;

    /// <param name="fieldScalars">What a random struct may be made of.</param>
    /// <param name="maxStructBytes">How large a struct may be that is passed or returned.</param>
    public static CaseSet Draw(int seed, int count, IReadOnlyList<ScalarType> fieldScalars, int maxStructBytes = int.MaxValue)
    {
        var random = new Random(seed);
        IReadOnlyList<StructType> all = StructCatalog.Draw(random, fieldScalars);
        StructType[] structs = [.. all.Where(type => type.Size <= maxStructBytes)];

        return new CaseSet(seed, all, [.. Enumerable.Range(0, count).Select(DrawCase)]);

        AbiCase DrawCase(int number) => new(
            number,
            random.Next(20) == 0 ? null : DrawType(),
            [.. Enumerable.Range(0, random.Next(MaxParameters + 1)).Select(_ => DrawType())]);

        // One in three is a struct: enough to spill, and yet most functions look like those of real libraries.
        AbiType DrawType() => random.Next(3) == 0
            ? structs[random.Next(structs.Length)]
            : ScalarType.All[random.Next(ScalarType.All.Count)];
    }
}
