using Ffi.Bind.Tests.Testing;
using Ffi.Bindgen.Tests.Testing;
using Ffi.Tests.Testing;
using Xunit.Abstractions;

namespace Ffi.Bind.Tests.Lifetimes;

/// <summary>What bindings say of lifetimes is right, and is most of what people have found out by hand.</summary>
public sealed class LifetimeTests(ITestOutputHelper output)
{
    private const double LeastRight = 0.98;
    private const double LeastFound = 0.70;

    private static readonly string s_lists = Repository.PathOf("tests/Ffi.Bind.Tests/Lifetimes");

    // A list holds what the documentation says, of what is emitted and of more. What is emitted and isn't in it counts as wrong until
    // somebody has looked it up.
    [CorpusTheory, InlineData("sqlite3,libgit2,curl,SDL2")]
    public void EmittedFacts_AreThoseOfTheDocumentation(string libraries)
    {
        List<string> emitted = [];
        List<string> wrong = [];
        foreach (string library in libraries.Split(','))
        {
            HashSet<string> known =
            [
                .. File.ReadLines(Path.Combine(s_lists, $"{library}.facts"))
                    .Select(static line => line.Split('#')[0].Trim())
                    .Where(static line => line.Length > 0),
            ];
            string[] facts = FactsOf(library);
            // Until when something is kept may be left unsaid.
            string[] unknown =
            [
                .. facts.Where(fact =>
                    !known.Contains(fact) && !known.Any(full => full.StartsWith(fact + " until ", StringComparison.Ordinal))),
            ];
            output.WriteLine(
                $"{library}: {facts.Length - unknown.Length} of {facts.Length} are right; {known.Except(facts).Count()} are not found: {string.Join("; ", known.Except(facts))}"
            );
            Assert.True(facts.Length > 10, $"{library} has {facts.Length} facts.");
            emitted.AddRange(facts);
            wrong.AddRange(unknown);
        }

        Assert.True(
            wrong.Count <= (1 - LeastRight) * emitted.Count,
            $"{wrong.Count} of {emitted.Count} facts are not in the lists:\n{string.Join('\n', wrong)}");
    }

    [
        CorpusTheory,
        InlineData(
            "curl=curl sqlite=sqlite3 sdl=SDL2 libgit2=libgit2 glfw=glfw libuv=libuv freetype=freetype openssl=openssl ffmpeg=avcodec")
    ]
    public void MostOfWhatPeopleWrote_IsFound(string files)
    {
        int written = 0;
        List<string> missed = [];
        foreach (string[] pair in files.Split(' ').Select(static pair => pair.Split('=')))
        {
            HashSet<string> facts = [.. FactsOf(pair[1])];
            WrittenLifetimes lines = WrittenLifetimes.Read(pair[0], Bound.DigestOf(pair[1]));
            string[] unseen = [.. lines.Facts.Where(fact => !fact.IsAmong(facts)).Select(static fact => fact.ToString())];
            output.WriteLine(
                $"{pair[0]}: {lines.Facts.Count - unseen.Length} of {lines.Facts.Count}, and {lines.Elsewhere} of functions that the header doesn't declare. {string.Join("; ", unseen)}"
            );
            written += lines.Facts.Count;
            missed.AddRange(unseen);
        }

        Assert.True(written > 40, $"{written} facts were compared.");
        Assert.True(missed.Count <= (1 - LeastFound) * written, $"{missed.Count} of {written} are not found:\n{string.Join('\n', missed)}");
    }

    private static string[] FactsOf(string library) =>
        [.. LifetimeFacts.Of(Bound.Of(Bound.DigestOf(library), Bound.RecipeOf(library)).Plan)];
}
