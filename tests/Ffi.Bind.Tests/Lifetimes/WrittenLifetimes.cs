using System.Text.RegularExpressions;
using Ffi.Headers.Digest;
using Ffi.Tests.Testing;

namespace Ffi.Bind.Tests.Lifetimes;

/// <summary>What a lifetimes file of the package says, told of C's functions.</summary>
/// <param name="Facts">Each fact once, though a file may tell it of several bindings.</param>
/// <param name="Elsewhere">How many are of functions that the header doesn't declare.</param>
internal sealed partial record WrittenLifetimes(IReadOnlyCollection<WrittenFact> Facts, int Elsewhere)
{
    private static readonly string s_folder = Repository.PathOf("src/Ffi.Analyzers/Liveness/Knowledge/Libraries");

    public static WrittenLifetimes Read(string file, HeaderDigest digest)
    {
        HashSet<WrittenFact> facts = [];
        int elsewhere = 0;
        foreach (string line in File.ReadLines(Path.Combine(s_folder, $"{file}.ffi-lifetimes")))
        {
            // A # before a number is a parameter, any other begins a comment.
            string text = Comment().Replace(line, "").Trim();
            if (text.Length == 0)
            {
                continue;
            }

            string method = text.Split(' ')[0];
            string? function = Find(method, digest);
            foreach (Match clause in text[method.Length..].Split(';').Select(static part => Clause().Match(part.Trim())))
            {
                Assert.True(clause.Success, line);
                if (function is null)
                {
                    elsewhere++;
                }
                else
                {
                    string until = clause.Groups["until"].Value;
                    facts.Add(
                        new WrittenFact(
                            function,
                            clause.Groups["what"].Value,
                            until.Length == 0 ? null : Find(Sibling(method, until), digest) ?? until));
                }
            }
        }

        return new WrittenLifetimes(facts, elsewhere);
    }

    // The end is named within the same class, or by C's name.
    private static string Sibling(string method, string name) =>
        method.Contains('!') || !method.Contains('.') ? name : $"{method[..method.LastIndexOf('.')]}.{name}";

    // Namespaces and classes stand before C's name, or for its beginning: CurlNative.Easy.SetOpt is curl_easy_setopt.
    private static string? Find(string method, HeaderDigest digest)
    {
        string[] parts = [.. method.Split('.', '!').Select(Plain)];
        ILookup<string, string> functions = digest.Functions.ToLookup(
            static function => Plain(function.Name),
            static function => function.Name);
        for (int count = Math.Min(3, parts.Length); count > 0; count--)
        {
            string ending = string.Concat(parts.TakeLast(count));
            string[] found =
            [
                .. functions[ending]
                    .Concat(
                        count < parts.Length
                            ? functions.Where(name => name.Key.EndsWith(ending, StringComparison.Ordinal)).SelectMany(static name => name)
                            : [])
                    .Distinct(),
            ];
            if (found.Length > 0)
            {
                return functions[ending].FirstOrDefault() ?? found.MinBy(static name => name.Length);
            }
        }

        return null;
    }

    private static string Plain(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    [GeneratedRegex(@"(^|\s)#(?!\d).*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\S+ (?<what>frees|freed-with \w+|retained)(?: until (?<until>\w+))?$")]
    private static partial Regex Clause();
}

/// <summary>What somebody found out of a function.</summary>
internal sealed record WrittenFact(string Function, string What, string? Until)
{
    /// <summary>Whether it is among what a binding says of the function: of which parameter, the names of bindings don't tell.</summary>
    public bool IsAmong(IEnumerable<string> facts) =>
        facts.Any(fact =>
            fact.Split(' ', 3) is [var function, _, var what]
            && function == Function
            && (what == What || what.StartsWith(What + " until ", StringComparison.Ordinal))
            && (Until is null || what.EndsWith($" until {Until}", StringComparison.Ordinal)));

    public override string ToString() => $"{Function} {What}{(Until is null ? "" : $" until {Until}")}";
}
