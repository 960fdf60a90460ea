using System.Globalization;

namespace Ffi.Generators.Emission;

/// <summary>Lays out what templates write.</summary>
/// <remarks>
/// A hole of several lines is indented to where it stands. A line that held nothing but holes, and they nothing, is none. Of blank lines one is kept,
/// and none behind an opening brace or before a closing one. Line ends are <c>\n</c>.
/// </remarks>
internal sealed class Layout
{
    private char[] _text = new char[16 * 1024];
    private int _length;
    private int _lineStart;
    private int _indentation;
    private bool _lineHasHole;
    private bool _blankIsDue;
    private bool _isAfterOpening = true;

    public void Write(string text, int offset, int count)
    {
        int end = offset + count;
        while (offset < end)
        {
            int newLine = text.IndexOf('\n', offset, end - offset);
            int length = (newLine < 0 ? end : newLine) - offset;
            if (length > 0)
            {
                if (_length == _lineStart)
                {
                    Reserve(_indentation);
                    for (int column = 0; column < _indentation; column++)
                    {
                        _text[_length++] = ' ';
                    }
                }

                Reserve(length);
                text.CopyTo(offset, _text, _length, length);
                _length += length;
            }

            if (newLine < 0)
            {
                return;
            }

            EndLine();
            offset = newLine + 1;
        }
    }

    public void Write(string text) => Write(text, 0, text.Length);

    public void Hole(string? text)
    {
        int indentation = EnterHole();
        Write(text ?? "");
        ExitHole(indentation);
    }

    public void Hole(int? number) => Hole(number?.ToString(CultureInfo.InvariantCulture));

    /// <summary>What follows is a hole's.</summary>
    /// <returns>For <see cref="ExitHole"/>.</returns>
    public int EnterHole()
    {
        _lineHasHole = true;
        int outer = _indentation;
        if (_length > _lineStart)
        {
            int at = _lineStart;
            while (at < _length && _text[at] == ' ')
            {
                at++;
            }

            _indentation = at - _lineStart;
        }

        return outer;
    }

    public void ExitHole(int indentation)
    {
        _indentation = indentation;
        _lineHasHole = true;
    }

    public void MarkHole() => _lineHasHole = true;

    /// <summary>The text of a file.</summary>
    public static string Of(Action<Layout> template)
    {
        Layout layout = new();
        template(layout);
        layout.EndLine();
        return new string(layout._text, 0, layout._length);
    }

    private void EndLine()
    {
        int first = _lineStart;
        while (first < _length && _text[first] == ' ')
        {
            first++;
        }

        if (first == _length)
        {
            _length = _lineStart;
            _blankIsDue |= !_lineHasHole;
        }
        else
        {
            Reserve(2);
            bool keepsBlank = _blankIsDue && !_isAfterOpening && _text[first] != '}';
            _isAfterOpening = _text[first] == '{' && first == _length - 1;
            if (keepsBlank)
            {
                Array.Copy(_text, _lineStart, _text, _lineStart + 1, _length - _lineStart);
                _text[_lineStart] = '\n';
                _length++;
            }

            _text[_length++] = '\n';
            _lineStart = _length;
            _blankIsDue = false;
        }

        _lineHasHole = false;
    }

    private void Reserve(int count)
    {
        if (_length + count > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + count));
        }
    }
}
