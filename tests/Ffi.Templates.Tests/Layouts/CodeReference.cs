using System.Text;

namespace Ffi.Templates.Tests.Layouts;

/// <summary>How texts were put together before there were template files: what <see cref="Layout"/> must not differ from.</summary>
/// <remarks>A hole of several lines is indented to where it stands. A line that holds nothing but an empty hole disappears, with the blank
/// line after it.</remarks>
internal sealed class CodeReference
{
    private readonly StringBuilder _text = new();
    private bool _lineVanishes;

    public void Literal(string literal)
    {
        if (_lineVanishes)
        {
            _lineVanishes = false;
            if (literal.StartsWith('\n'))
            {
                literal = RemoveLine(literal);
            }
        }

        _text.Append(literal);
    }

    public void Hole(string value)
    {
        string start = LineStart();
        bool standsAlone = string.IsNullOrWhiteSpace(start);
        if (value.Length == 0)
        {
            _lineVanishes = standsAlone;
            return;
        }

        _lineVanishes = false;
        string padding = start[..^start.TrimStart().Length];
        string[] lines = value.Split('\n');
        _text.Append(lines[0]);
        foreach (string line in lines.Skip(1))
        {
            _text.Append('\n').Append(line.Length == 0 ? "" : padding).Append(line);
        }
    }

    public string Finish()
    {
        if (_lineVanishes)
        {
            _text.Length -= LineStart().Length;
            _text.Length -= _text.Length > 0 ? 1 : 0;
        }

        return _text.ToString();
    }

    private string LineStart()
    {
        string text = _text.ToString();
        return text[(text.LastIndexOf('\n') + 1)..];
    }

    private string RemoveLine(string literal)
    {
        _text.Length -= LineStart().Length;
        literal = literal[1..];
        if (literal.StartsWith('\n'))
        {
            return literal[1..];
        }

        bool blankBefore = _text.Length >= 2 && _text[^1] == '\n' && _text[^2] == '\n';
        if (blankBefore && literal.TrimStart(' ').StartsWith('}'))
        {
            _text.Length--;
        }

        return literal;
    }
}
