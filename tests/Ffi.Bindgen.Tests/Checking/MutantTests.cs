using Ffi.Bindgen.Reading;
using Ffi.Bindgen.Tests.Testing;
using Ffi.Headers.Checking;
using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;
using Xunit.Abstractions;

namespace Ffi.Bindgen.Tests.Checking;

/// <summary>Mistakes in the declarations of real libraries are found, and nothing is said where there is none.</summary>
public class MutantTests(ITestOutputHelper output)
{
    private const double LeastFound = 0.99;

    [CorpusTheory]
    [InlineData("sqlite3")]
    [InlineData("zlib")]
    [InlineData("lmdb")]
    [InlineData("zstd")]
    [InlineData("sodium")]
    [InlineData("libgit2")]
    [InlineData("libarchive")]
    [InlineData("freetype")]
    public void AlmostEveryMistake_IsFound(string name)
    {
        HeaderDigest digest = HeaderReader.Read(CorpusLibrary.Of(name).Request with { IncludeDocumentation = false }).Digest! with
        {
            Library = name,
        };
        DeclarationChecker checker = new(new DigestSet([digest]));
        DeclaredDigest declared = new(digest, name);
        DeclarationSet right = new() { Functions = declared.Functions, Constants = declared.Constants, Enums = [.. declared.Enums] };

        Assert.Empty(checker.Check(right));

        Mutant[] mutants = [.. Mutants.Of(declared.Functions, declared.Constants, declared.Enums)];
        Mutant[] missed = [.. mutants.Where(mutant => checker.Check(mutant.Declarations).Count == 0)];
        foreach (var kind in mutants.GroupBy(static mutant => mutant.Kind).OrderBy(static kind => kind.Key, StringComparer.Ordinal))
        {
            Mutant[] missedOfKind = [.. missed.Where(mutant => mutant.Kind == kind.Key)];
            output.WriteLine(
                $"{kind.Key}: {kind.Count() - missedOfKind.Length} of {kind.Count()} {string.Join(" ", missedOfKind.Select(static mutant => mutant.Where).Take(5))}"
            );
        }

        output.WriteLine($"all: {mutants.Length - missed.Length} of {mutants.Length}");
        Assert.True(mutants.Length > 100, $"Only {mutants.Length} mistakes were made.");
        Assert.True(
            missed.Length <= (1 - LeastFound) * mutants.Length,
            $"{missed.Length} of {mutants.Length} were not found: {string.Join(", ", missed.Select(static mutant => $"{mutant.Kind} in {mutant.Where}").Take(20))}"
        );
    }
}
