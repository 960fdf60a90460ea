using Ffi.Analyzers.Liveness.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ffi.Generators.Tests.Liveness;

/// <summary>What a walk tells, and what the keys of its places are.</summary>
public class WalkTests
{
    private const string Source = """
        unsafe class C
        {
            byte* kept;
            void M(byte[] a) { fixed (byte* p = a) { kept = p; } }
            void N(byte[] pinned) { fixed (byte* p = pinned) { kept = p; } }
        }
        """;

    [Fact]
    public void Print_TellsEventsWithTheirLinesAndDoubts() => Assert.Equal(
        """
        C.M(byte[])
          4: use FixedRegion 'p' (Address) as Store 'this.kept' after RegionExit by fixed
        C.N(byte[])
          5: use FixedRegion 'p' (Address) as Store 'this.kept' after RegionExit by fixed (doubted: said to be pinned)

        """.ReplaceLineEndings("\n"),
        WalkPrinter.Print(Source, null));

    [Fact]
    public void Print_OfOneMethod_TellsThatOne() => Assert.StartsWith("C.N", WalkPrinter.Print(Source, "N"));

    [Fact]
    public void Terms_AreEqualByWhatTheySay()
    {
        Term one = Term.Operation("+", [Term.Constant(1), Term.This], "one");
        Term other = Term.Operation("+", [Term.Constant(1), Term.This], "another text");

        Assert.Equal(one, other);
        Assert.NotEqual(one, Term.Operation("+", [Term.This, Term.Constant(1)], "one"));
        Assert.Equal(Place.Heap(Term.This, one), Place.Heap(Term.This, other));
        Assert.NotEqual(Place.Heap(Term.This, one), Place.Heap(Term.This));
    }

    [Fact]
    public void Resource_OfAnEarlierTurn_IsAnotherAndLeadsToTheLatest()
    {
        SyntaxNode site = SyntaxFactory.IdentifierName("p");
        var latest = new Resource(ResourceKind.NativeMemory, site);

        Assert.NotEqual(latest, latest.Earlier);
        Assert.Equal(latest, latest.Earlier.Latest);
        Assert.Equal(latest.Earlier, latest.Earlier.Earlier);
    }
}
