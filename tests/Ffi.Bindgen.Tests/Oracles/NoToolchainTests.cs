using Ffi.Bindgen.Reading;
using Ffi.Bindgen.Tests.Testing;
using Ffi.Headers.Digest;
using Ffi.Headers.Text;

namespace Ffi.Bindgen.Tests.Oracles;

/// <summary>Libraries are read with our own system headers alone. Where a header would need the machine's, it is an error, so a machine
/// without them reads the same.</summary>
public sealed class NoToolchainTests
{
    public static TheoryData<string> Names => CorpusLibrary.Names;

    [Fact]
    public void CorpusIsOfThirtyLibrariesOrMore_AndAlmostAllAreForFivePlatforms()
    {
        Assert.True(CorpusLibrary.All.Count >= 30);
        Assert.True(CorpusLibrary.All.Count(static library => library.Platforms != PlatformSet.All) <= CorpusLibrary.All.Count / 10);
    }

    [CorpusTheory, MemberData(nameof(Names))]
    public void Library_IsReadForItsPlatforms_AndComesBackFromItsText(string name)
    {
        CorpusLibrary library = CorpusLibrary.Of(name);
        ReadResult result = HeaderReader.Read(library.Request);

        Assert.Empty(result.Problems);
        HeaderDigest digest = result.Digest!;
        Assert.Equal(library.Platforms, digest.Platforms);
        Assert.All(digest.Platforms, platform => Assert.Contains(digest.Functions, function => function.Platforms.Contains(platform)));
        DigestParseResult parsed = DigestParser.Parse(DigestWriter.Write(digest), name);
        Assert.Empty(parsed.Errors);
        Assert.Equal(digest, parsed.Digest);
    }

    [CorpusTheory, MemberData(nameof(Names))]
    public void EveryTypeThatIsNamed_IsInTheDigest(string name)
    {
        HeaderDigest digest = HeaderReader.Read(CorpusLibrary.Of(name).Request).Digest!;
        DigestIndex index = new(digest);

        foreach (Platform platform in digest.Platforms)
        {
            IEnumerable<CType> types =
            [
                .. digest
                    .Functions.Where(Exists)
                    .SelectMany(function =>
                        function.Parameters.Select(parameter => parameter.Type.On(platform)).Append(function.Result.On(platform))),
                .. digest.Typedefs.Where(Exists).Select(typedef => typedef.Type.On(platform)),
                .. digest.Records.Where(Exists).SelectMany(record => record.FieldsOn(platform).Select(field => field.Type.On(platform))),
            ];
            Assert.DoesNotContain(types.SelectMany(NamesIn), used => index.FindType(used, platform) is null);
            bool Exists(CItem item) => item.Platforms.Contains(platform);
        }
    }

    private static IEnumerable<string> NamesIn(CType type) =>
        type switch
        {
            NamedType named => [named.Name],
            PointerType pointer => NamesIn(pointer.Target),
            ArrayType array => NamesIn(array.Element),
            VectorType vector => NamesIn(vector.Element),
            FunctionType function => function
                .Parameters.SelectMany(static parameter => NamesIn(parameter.Type))
                .Concat(NamesIn(function.Result)),
            _ => [],
        };
}
