namespace Ffi.Abi.Tests.Model;

/// <summary>Functions, the structs they use, and the seed that drew them and draws their arguments.</summary>
internal sealed record CaseSet(int Seed, IReadOnlyList<StructType> Structs, IReadOnlyList<AbiCase> Cases)
{
    /// <summary>A set of functions written by hand.</summary>
    public static CaseSet Of(params (AbiType? Return, AbiType[] Parameters)[] functions) => new(
        Seed: 1,
        [.. functions.SelectMany(function => function.Parameters.Append(function.Return)).OfType<StructType>().Distinct()],
        [.. functions.Select((function, index) => new AbiCase(index, function.Return, function.Parameters))]);
}
