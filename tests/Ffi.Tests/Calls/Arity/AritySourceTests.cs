using Ffi.Tests.Testing;

namespace Ffi.Tests.Calls.Arity;

public sealed class AritySourceTests
{
    public static TheoryData<string> Families { get; } = [.. ArityFamily.All.Select(family => family.Name)];

    [Theory, MemberData(nameof(Families))]
    public void BindingOfSums_IsWhatAritySourceWrites(string name)
    {
        string path = Repository.PathOf($"tests/Ffi.Tests/Calls/Arity/{name}Sums.g.cs");
        string source = AritySource.Write(ArityFamily.All.Single(family => family.Name == name));

        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1" && Environment.GetEnvironmentVariable("CI") != "true")
        {
            File.WriteAllText(path, source);
        }

        Assert.Equal(source, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }
}
