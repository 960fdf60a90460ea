using Ffi.Bindgen.Reading;
using Ffi.Bindgen.Tests.Testing;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Tests.Reading;

/// <summary>A header that can't be read gives words, and never a digest of what was understood.</summary>
public sealed class ReadProblemTests
{
    [Fact]
    public void HeaderThatIsNowhere_IsNamed_WithWhereItWasLookedFor()
    {
        ReadProblem problem = Single(HeaderReader.Read(new ReadRequest { Headers = ["no/such.h"] }));

        Assert.Equal(ReadProblemKind.HeaderNotFound, problem.Kind);
        Assert.Contains("no/such.h is not found", problem.ToString());
        Assert.Contains(Environment.CurrentDirectory, problem.ToString());
    }

    [Fact]
    public void EachMissingInclude_IsNamed_AheadOfItsConsequences()
    {
        ReadResult result = Read("#include <first/gone.h>\n#include \"second.h\"\ngone_t f(second_t);");

        Assert.Null(result.Digest);
        Assert.Equal(
            [
                "test.h(1): The include first/gone.h is not found. Name the folder that has it with -I.",
                "test.h(2): The include second.h is not found. Name the folder that has it with -I.",
                "test.h(3): unknown type name 'gone_t'",
            ],
            result.Problems.Take(3).Select(static problem => problem.ToString()));
    }

    [Fact]
    public void ErrorOnOnePlatform_SaysWhich()
    {
        ReadProblem problem = Single(Read("#ifdef _WIN32\n#error no windows\n#endif\nint f(void);"));

        Assert.Equal("test.h(2): no windows [win]", problem.ToString());
    }

    [Fact]
    public void HeaderWithoutFunctions_IsAProblem_UnlessItIsWanted()
    {
        using HeaderFolder folder = new(("test.h", "#ifdef WITH_API\nint f(void);\n#endif\n#define X 1\n"));
        ReadRequest request = new() { Headers = [folder.PathOf("test.h")] };

        Assert.Equal(ReadProblemKind.NoFunctions, Single(HeaderReader.Read(request)).Kind);
        Assert.NotNull(HeaderReader.Read(request with { RequireFunctions = false }).Digest);
        Assert.NotNull(HeaderReader.Read(request with { Defines = ["WITH_API"] }).Digest);
    }

    [Fact]
    public void FunctionsOfOtherLibrariesAlone_AreNoFunctions()
    {
        using HeaderFolder folder = new(("mine/test.h", "#include <other.h>\n"), ("theirs/other.h", "int theirs(void);\n"));

        ReadResult result = HeaderReader.Read(
            new ReadRequest { Headers = [folder.PathOf("mine/test.h")], IncludeFolders = [folder.PathOf("theirs")] });

        Assert.Equal(ReadProblemKind.NoFunctions, Single(result).Kind);
    }

    [Fact]
    public void SystemHeaderThatOnlyThisMachineHas_IsNotFoundEither()
    {
        if (!File.Exists("/usr/include/obstack.h") || !File.Exists("/usr/include/zlib.h"))
        {
            return;
        }

        using HeaderFolder folder = new(("test.h", "#include <zlib.h>\n#include <obstack.h>\nint f(void);"));
        ReadResult result = HeaderReader.Read(new ReadRequest { Headers = [folder.PathOf("test.h"), "zlib.h"] });

        Assert.Contains(
            result.Problems,
            static problem =>
                problem.Kind == ReadProblemKind.IncludeNotFound && problem.Message.Contains("obstack.h", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("size_t f(FILE *file);")]
    [InlineData("uint32_t f(va_list list, time_t time);")]
    public void TypesThatUsersMustIncludeFirst_AreIncluded(string header) => Assert.NotNull(Read(header).Digest);

    [Fact]
    public void LibclangThatIsNone_IsNamed()
    {
        using HeaderFolder folder = new(("test.h", "int f(void);"), ("libclang.so", "no library"));

        ReadProblem problem = Single(
            HeaderReader.Read(new ReadRequest { Headers = [folder.PathOf("test.h")], ClangPath = folder.PathOf("libclang.so") }));

        Assert.Equal(ReadProblemKind.ClangNotFound, problem.Kind);
        Assert.Contains(folder.PathOf("libclang.so"), problem.Message);
    }

    private static ReadResult Read(string header)
    {
        using HeaderFolder folder = new(("test.h", header));
        return HeaderReader.Read(new ReadRequest { Headers = [folder.PathOf("test.h")] });
    }

    private static ReadProblem Single(ReadResult result)
    {
        Assert.Null(result.Digest);
        return Assert.Single(result.Problems);
    }
}
