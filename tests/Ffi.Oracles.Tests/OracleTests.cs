using System.Reflection;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Ffi.Oracles.Tests;

/// <summary>Each liveness diagnostic was seen to bite: one program that does what it reports breaks, and its fixed twin holds.</summary>
public class OracleTests
{
    private static readonly string[] s_oracles =
    [
        .. typeof(OracleTests)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<FactAttribute>() is not null)
            .Select(method => method.Name),
    ];

    public static TheoryData<string> Ids => [.. Enumerable.Range(1001, 23).Select(id => $"FFI{id}")];

    [Theory, MemberData(nameof(Ids))]
    public void Diagnostic_HasAProgramThatBreaksAndATwinThatHolds(string id)
    {
        Assert.Contains(
            s_oracles,
            oracle => oracle.StartsWith(id + "_", StringComparison.Ordinal) && oracle.EndsWith("_Breaks", StringComparison.Ordinal));
        Assert.Contains(
            s_oracles,
            oracle => oracle.StartsWith(id + "_", StringComparison.Ordinal) && oracle.EndsWith("_Holds", StringComparison.Ordinal));
    }
}
