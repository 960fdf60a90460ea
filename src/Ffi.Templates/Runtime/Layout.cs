using System.Globalization;

namespace Ffi.Templates;

/// <summary>Lays out what templates write, in one buffer.</summary>
/// <remarks>
/// A hole of several lines is indented to where it stands. A line that held nothing but holes, and they nothing, is none. Of blank lines
/// one is kept, and none behind an opening brace or before a closing one. Line ends are <c>\n</c>.
/// </remarks>
internal sealed class Layout
{
    // A file of a few hundred functions. What is longer is not kept: it would stay for the life of the compiler's process.
    private const int KeptLength = 1 << 20;

    [ThreadStatic]
    private static Layout? t_free;

    private char[] _text = new char[16 * 1024];
    private int _length;
    private int _lineStart;
    private int _indentation;
    private bool _lineHasHole;
    private bool _blankIsDue;
    private bool _isAfterOpening = true;

    private Layout()
    {
    }

    /// <summary>The text that a template writes of a plan.</summary>
    public static string Of<T>(Action<Layout, T> template, T plan) =>
        Of(template, plan, static (text, length) => new string(text, 0, length));

    /// <summary>What is made of the text that a template writes of a plan, without the whole of it as one string.</summary>
    /// <param name="template">The template.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="read">Is given the buffer, which it must not keep, and how many characters of it are the text.</param>
    public static TText Of<T, TText>(Action<Layout, T> template, T plan, Func<char[], int, TText> read)
    {
        Layout layout = t_free ?? new();
        t_free = null;
        template(layout, plan);
        layout.EndLine();
        TText text = read(layout._text, layout._length);
        if (layout._text.Length <= KeptLength)
        {
            layout.Reset();
            t_free = layout;
        }

        return text;
    }

    /// <summary>Text that is in the template.</summary>
    public void Write(string text)
    {
        int offset = 0;
        while (offset < text.Length)
        {
            int newLine = text.IndexOf('\n', offset);
            int end = newLine < 0 ? text.Length : newLine;
            Append(text, offset, (end > offset && newLine >= 0 && text[end - 1] == '\r' ? end - 1 : end) - offset);
            if (newLine < 0)
            {
                return;
            }

            EndLine();
            offset = newLine + 1;
        }
    }

    /// <summary>Text of a plan.</summary>
    public void Hole(string? text)
    {
        int indentation = EnterHole();
        Write(text ?? "");
        ExitHole(indentation);
    }

    public void Hole(char character) => Hole(character.ToString());

    public void Hole(int number) => Hole(number.ToString(CultureInfo.InvariantCulture));

    public void Hole(int? number) => Hole(number?.ToString(CultureInfo.InvariantCulture));

    /// <summary>What follows is a hole's.</summary>
    /// <returns>For <see cref="ExitHole"/>.</returns>
    public int EnterHole()
    {
        _lineHasHole = true;
        int outer = _indentation;
        if (_length > _lineStart)
        {
            _indentation = FirstOfLine() - _lineStart;
        }

        return outer;
    }

    public void ExitHole(int indentation)
    {
        _indentation = indentation;
        _lineHasHole = true;
    }

    /// <summary>The line has a statement of the template, so that it is none where it has nothing else.</summary>
    public void MarkHole() => _lineHasHole = true;

    private void Append(string text, int offset, int count)
    {
        if (count == 0)
        {
            return;
        }

        if (_length == _lineStart)
        {
            Reserve(_indentation);
            _text.AsSpan(_length, _indentation).Fill(' ');
            _length += _indentation;
        }

        Reserve(count);
        text.CopyTo(offset, _text, _length, count);
        _length += count;
    }

    private void EndLine()
    {
        int first = FirstOfLine();
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

    /// <summary>Where the line's first character stands that is no space.</summary>
    private int FirstOfLine()
    {
        int first = _lineStart;
        while (first < _length && _text[first] == ' ')
        {
            first++;
        }

        return first;
    }

    private void Reserve(int count)
    {
        if (_length + count > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + count));
        }
    }

    private void Reset()
    {
        _length = 0;
        _lineStart = 0;
        _indentation = 0;
        _lineHasHole = false;
        _blankIsDue = false;
        _isAfterOpening = true;
    }
}
