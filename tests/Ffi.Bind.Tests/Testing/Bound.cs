using System.Collections.Concurrent;
using Ffi.Bindgen;
using Ffi.Bindgen.Planning;
using Ffi.Bindgen.Reading;
using Ffi.Bindgen.Recipes;
using Ffi.Bindgen.Tests.Testing;
using Ffi.Headers.Digest;

namespace Ffi.Bind.Tests.Testing;

/// <summary>Headers, read and bound.</summary>
internal static class Bound
{
    private static readonly ConcurrentDictionary<string, Lazy<HeaderDigest>> s_digests = new();

    private static readonly HashSet<string> s_none = [];

    /// <summary>What the headers of a library of the corpus say. They are read once.</summary>
    public static HeaderDigest DigestOf(string library) =>
        s_digests.GetOrAdd(library, static name => new(() => Read(CorpusLibrary.Of(name).Request))).Value;

    /// <summary>The recipe that a library begins with.</summary>
    public static Recipe RecipeOf(string library) => new()
    {
        Library = library,
        Namespace = $"Bound.{char.ToUpperInvariant(library[0])}{library[1..]}",
    };

    /// <summary>The plan of a header's text, and what it is written as.</summary>
    public static (BindingPlan Plan, BindResult Result) Header(string text, string recipe = "", PlatformSet? platforms = null)
    {
        using HeaderFolder folder = new(("test.h", text));
        HeaderDigest digest = Read(
            new ReadRequest
            {
                Headers = [folder.PathOf("test.h")],
                Platforms = platforms ?? PlatformSet.All,
                RequireFunctions = false,
            });
        return Of(digest, Parse($"library test\nnamespace Bound.Test\n{recipe}"));
    }

    public static (BindingPlan Plan, BindResult Result) Of(HeaderDigest digest, Recipe recipe) =>
        (BindingPlanner.Plan(digest, recipe, s_none).Plan, Binder.Bind(digest, recipe));

    public static Recipe Parse(string text)
    {
        RecipeParseResult parsed = RecipeParser.Parse(text, "test.ffi-bind");
        Assert.True(parsed.Errors.Count == 0, string.Join("\n", parsed.Errors));
        return parsed.Recipe;
    }

    /// <summary>The declaration of a function in a written binding.</summary>
    public static string DeclarationOf(this BindResult result, string symbol)
    {
        string[] lines = result.Source.Split('\n');
        int place = Array.FindIndex(lines, line => line.Contains($"[NativeFunction(\"{symbol}\"", StringComparison.Ordinal));
        Assert.True(place >= 0, $"{symbol} is not bound.");
        return lines[place + 1].Trim();
    }

    private static HeaderDigest Read(ReadRequest request)
    {
        ReadResult read = HeaderReader.Read(request);
        Assert.True(read.Digest is not null, string.Join("\n", read.Problems));
        return read.Digest!;
    }
}
