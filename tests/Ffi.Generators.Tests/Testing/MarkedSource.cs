using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Generators.Tests.Testing;

/// <summary>C# with marks: <c>[|span|]</c> expects the analyzer's diagnostic, <c>{|FFI1001:span|}</c> the one of that id. Marks
/// nest.</summary>
internal sealed record MarkedSource(string Text, IReadOnlyList<ExpectedDiagnostic> Expected)
{
    public static MarkedSource Parse(string marked, string? defaultId)
    {
        var text = new StringBuilder(marked.Length);
        var expected = new List<ExpectedDiagnostic>();
        var open = new Stack<(string Id, int Start)>();
        for (int at = 0; at < marked.Length;)
        {
            if (StartsWith(marked, at, "[|"))
            {
                open.Push((defaultId ?? throw new ArgumentException("[|…|] needs an analyzer with one id; write {|ID:…|}."), text.Length));
                at += 2;
            }
            else if (StartsWith(marked, at, "{|") && marked.IndexOf(':', at) is > 0 and var colon && IsId(marked[(at + 2)..colon]))
            {
                open.Push((marked[(at + 2)..colon], text.Length));
                at = colon + 1;
            }
            else if (open.Count > 0 && (StartsWith(marked, at, "|]") || StartsWith(marked, at, "|}")))
            {
                (string id, int start) = open.Pop();
                expected.Add(new(id, TextSpan.FromBounds(start, text.Length)));
                at += 2;
            }
            else
            {
                text.Append(marked[at++]);
            }
        }

        return open.Count == 0 ? new(text.ToString(), expected) : throw new ArgumentException("A mark is not closed.");
    }

    /// <summary>The text with a mark around each diagnostic: what a test has to say to expect exactly these.</summary>
    public static string Mark(string text, IEnumerable<ExpectedDiagnostic> diagnostics)
    {
        var insertions = diagnostics
            .SelectMany(d => new[] { (At: d.Span.Start, Order: 1, Text: $"{{|{d.Id}:"), (At: d.Span.End, Order: 0, Text: "|}") })
            .OrderByDescending(i => i.At).ThenByDescending(i => i.Order);
        return insertions.Aggregate(text, (marked, insertion) => marked.Insert(insertion.At, insertion.Text));
    }

    private static bool IsId(string id) => id.Length is > 2 and < 12 && id.All(char.IsAsciiLetterOrDigit);

    private static bool StartsWith(string text, int at, string mark) => string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0;
}

/// <summary>A diagnostic by what a test can say of it.</summary>
internal readonly record struct ExpectedDiagnostic(string Id, TextSpan Span);
