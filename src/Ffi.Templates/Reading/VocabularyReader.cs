using System.Collections.Immutable;
using Ffi.Templates.Problems;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Templates.Reading;

/// <summary>Reads a <c>*.vocabulary</c> file, line by line: <c>namespace N</c>, <c>using N</c>, <c>word: Type</c>, or a comment behind
/// <c>#</c>.</summary>
internal sealed class VocabularyReader
{
    private readonly ImmutableArray<string>.Builder _usings = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableDictionary<string, string>.Builder _types = ImmutableDictionary.CreateBuilder<string, string>(
        StringComparer.Ordinal);
    private string? _namespace;

    public static Vocabulary Read(ImmutableArray<TemplateFile> files)
    {
        VocabularyReader reader = new();
        ImmutableArray<TemplateProblem> problems = [.. files.SelectMany(file => reader.Read(file))];
        return new(reader._namespace, reader._usings.ToImmutable(), reader._types.ToImmutable(), problems);
    }

    private ImmutableArray<TemplateProblem> Read(TemplateFile file)
    {
        SourceText text = file.ToSourceText();
        ProblemList problems = new(file.Path, text);
        foreach (TextLine line in text.Lines)
        {
            if (Read(line.ToString().Trim()) is { } message)
            {
                problems.Add(Descriptors.Vocabulary, line.Span, message);
            }
        }

        return problems.ToImmutable();
    }

    /// <summary>Takes one line in; says why it can't.</summary>
    private string? Read(string line)
    {
        if (line.Length == 0 || line[0] == '#')
        {
            return null;
        }

        if (Behind("namespace", line) is { } name)
        {
            string? before = _namespace;
            _namespace = name;
            return !IsType(name) ? $"'{name}' is no namespace." : before is null ? null : $"The namespace is '{before}' already.";
        }

        if (Behind("using", line) is { } import)
        {
            _usings.Add(import);
            return IsType(Behind("static", import) ?? import) ? null : $"'{import}' can't stand behind 'using'.";
        }

        int colon = line.IndexOf(':');
        return colon < 0
            ? "The line is none of these: 'word: Type', 'using Namespace', 'namespace Name', '# comment'."
            : ReadWord(line.Substring(0, colon).TrimEnd(), line.Substring(colon + 1).TrimStart());
    }

    private string? ReadWord(string word, string type)
    {
        if (!IsWord(word))
        {
            return $"'{word}' is no word: write letters and digits, the first one in lower case.";
        }

        if (!IsType(type))
        {
            return $"'{type}' is no type of C#.";
        }

        if (_types.TryGetValue(word, out string? before))
        {
            return $"'{word}' stands for '{before}' already.";
        }

        _types.Add(word, type);
        return null;
    }

    private static string? Behind(string keyword, string line) =>
        line.StartsWith(keyword + " ", StringComparison.Ordinal) ? line.Substring(keyword.Length + 1).Trim() : null;

    private static bool IsWord(string text) => text.Length > 0 && char.IsLower(text[0]) && text.All(char.IsLetterOrDigit);

    private static bool IsType(string text) =>
        text.Length > 0 && !SyntaxFactory.ParseTypeName(text, consumeFullText: true).ContainsDiagnostics;
}
