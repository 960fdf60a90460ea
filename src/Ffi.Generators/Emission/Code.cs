using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Ffi.Generators.Emission;

/// <summary>Text of C# from a template that looks like it.</summary>
/// <remarks>
/// A hole of several lines is indented to where it stands. A line that holds nothing but an empty hole disappears, with the blank line
/// after it. Line ends are <c>\n</c>, whatever the checkout has. A hole is a string, strings that are joined by line, or a number.
/// </remarks>
[InterpolatedStringHandler]
internal readonly struct Code(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + (formattedCount * 32));
    private readonly StrongBox<bool> _lineVanishes = new();

    public static string Of(Code code) => code.Finish();

    public void AppendLiteral(string literal)
    {
        literal = literal.Replace("\r\n", "\n");
        if (_lineVanishes.Value)
        {
            _lineVanishes.Value = false;
            if (literal.StartsWith("\n", StringComparison.Ordinal))
            {
                literal = RemoveLine(literal);
            }
        }

        _text.Append(literal);
    }

    public void AppendFormatted(string? value)
    {
        string indentation = LineStart();
        bool standsAlone = string.IsNullOrWhiteSpace(indentation);
        if (string.IsNullOrEmpty(value))
        {
            _lineVanishes.Value = standsAlone;
            return;
        }

        _lineVanishes.Value = false;
        string padding = standsAlone ? indentation : indentation.Substring(0, indentation.Length - indentation.TrimStart().Length);
        string[] lines = value!.Replace("\r\n", "\n").Split('\n');
        _text.Append(lines[0]);
        foreach (string line in lines.Skip(1))
        {
            _text.Append('\n').Append(line.Length == 0 ? "" : padding).Append(line);
        }
    }

    public void AppendFormatted(IEnumerable<string> lines) => AppendFormatted(string.Join("\n", lines.Where(static line => line.Length > 0)));

    public void AppendFormatted(int value) => AppendFormatted(value.ToString(CultureInfo.InvariantCulture));

    private string Finish()
    {
        if (_lineVanishes.Value)
        {
            _text.Length -= LineStart().Length;
            _text.Length -= _text.Length > 0 ? 1 : 0;
        }

        return _text.ToString();
    }

    // What of the current line has been written so far.
    private string LineStart()
    {
        int start = _text.Length;
        while (start > 0 && _text[start - 1] != '\n')
        {
            start--;
        }

        return _text.ToString(start, _text.Length - start);
    }

    // Takes back the line that held only an empty hole, and one blank line beside it.
    private string RemoveLine(string literal)
    {
        _text.Length -= LineStart().Length;
        literal = literal.Substring(1);
        if (literal.StartsWith("\n", StringComparison.Ordinal))
        {
            return literal.Substring(1);
        }

        bool blankBefore = _text.Length >= 2 && _text[_text.Length - 1] == '\n' && _text[_text.Length - 2] == '\n';
        if (blankBefore && literal.TrimStart(' ').StartsWith("}", StringComparison.Ordinal))
        {
            _text.Length--;
        }

        return literal;
    }
}
