using Ffi.Headers.Digest;

namespace Ffi.Headers.Text;

/// <summary>Reads one line from left to right.</summary>
internal sealed class LineReader(string line, PlatformSet platforms)
{
    private int _position;

    /// <summary>The platforms of the digest.</summary>
    public PlatformSet Platforms => platforms;

    public bool IsAtEnd
    {
        get
        {
            SkipSpaces();
            return _position == line.Length;
        }
    }

    /// <summary>What stands here: a name, a character, or the end, for a message.</summary>
    private string Found
    {
        get
        {
            if (IsAtEnd)
            {
                return "the line ends";
            }

            int start = _position;
            string word = NameText.IsNameCharacter(line[start]) ? ReadWord() : line[start].ToString();
            _position = start;
            return $"found '{word}'";
        }
    }

    public DigestSyntaxException Expected(string what)
    {
        string found = Found;
        return new DigestSyntaxException(_position + 1, $"Expected {what}, but {found}.");
    }

    public void SkipSpaces()
    {
        while (_position < line.Length && line[_position] == ' ')
        {
            _position++;
        }
    }

    /// <summary>Takes text if it stands here, behind spaces.</summary>
    public bool Take(string text)
    {
        SkipSpaces();
        return TakeHere(text);
    }

    /// <summary>Takes text if it stands exactly here.</summary>
    public bool TakeHere(string text)
    {
        if (string.CompareOrdinal(line, _position, text, 0, text.Length) != 0)
        {
            return false;
        }

        _position += text.Length;
        return true;
    }

    /// <summary>Gives the last character back.</summary>
    public void StepBack() => _position--;

    /// <summary>Takes a whole word if it stands here.</summary>
    public bool TakeWord(string word)
    {
        SkipSpaces();
        int end = _position + word.Length;
        return (end >= line.Length || !NameText.IsNameCharacter(line[end])) && TakeHere(word);
    }

    /// <summary>Takes a word if a name follows it, so that it is not the name itself.</summary>
    public bool TakeWordBeforeName(string word)
    {
        int start = _position;
        if (TakeWord(word))
        {
            SkipSpaces();
            if (_position < line.Length && NameText.IsNameCharacter(line[_position]))
            {
                return true;
            }
        }

        _position = start;
        return false;
    }

    public void Require(string text)
    {
        if (!Take(text))
        {
            throw Expected($"'{text}'");
        }
    }

    public void RequireWord(string word)
    {
        if (!TakeWord(word))
        {
            throw Expected($"'{word}'");
        }
    }

    public string RequireName(string what)
    {
        SkipSpaces();
        string word = ReadWord();
        return word.Length > 0 ? word : throw Expected(what);
    }

    /// <summary>A name, perhaps with its tag's keyword; empty if <c>_</c> says that there is none.</summary>
    public string RequireNameOrNothing(string what) => Take("'_'") ? "_" : RequireTypeName(what) is var name && name == "_" ? "" : name;

    /// <summary>A name that may have its tag's keyword.</summary>
    public string RequireTypeName(string what)
    {
        if (Take("'"))
        {
            string quoted = RequireName(what);
            Require("'");
            return quoted;
        }

        string word = RequireName(what);
        return NameText.IsTagWord(word) ? $"{word} {RequireName(what)}" : word;
    }

    /// <summary>Takes a name with a colon, and perhaps an array's length between: <c>key[32]:</c>. Nothing is taken if it is something
    /// else.</summary>
    public Label TakeLabel()
    {
        int start = _position;
        SkipSpaces();
        bool isQuoted = TakeHere("'_'");
        string name = isQuoted ? "_" : ReadWord();
        long? count = null;
        if (name.Length > 0 && TakeHere("["))
        {
            string digits = ReadWhile(static character => character is >= '0' and <= '9');
            count = long.TryParse(digits, out long number) && TakeHere("]") ? number : null;
        }

        if (name.Length > 0 && Take(":"))
        {
            return new Label(name == "_" && !isQuoted ? null : name, count);
        }

        _position = start;
        return default;
    }

    /// <summary>The characters from here on for which a condition holds.</summary>
    public string ReadWhile(Func<char, bool> condition)
    {
        int start = _position;
        while (_position < line.Length && condition(line[_position]))
        {
            _position++;
        }

        return line.Substring(start, _position - start);
    }

    public string ReadWord() => ReadWhile(NameText.IsNameCharacter);

    public string ReadToEnd()
    {
        string rest = line.Substring(_position);
        _position = line.Length;
        return rest;
    }

    /// <summary>Text in double quotes.</summary>
    public string RequireQuoted(string what)
    {
        Require(what, "\"");
        System.Text.StringBuilder text = new();
        while (_position < line.Length && line[_position] != '"')
        {
            char character = line[_position++];
            text.Append(character == '\\' ? ReadEscape() : character);
        }

        Require("'\"' at the end of the text", "\"");
        return text.ToString();
    }

    private void Require(string what, string text)
    {
        if (!Take(text))
        {
            throw Expected(what);
        }
    }

    private char ReadEscape()
    {
        char kind = _position < line.Length ? line[_position++] : ' ';
        switch (kind)
        {
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case '"' or '\\':
                return kind;
            case 'u' when _position + 4 <= line.Length && TryParseHex(line.Substring(_position, 4), out char character):
                _position += 4;
                return character;
            default:
                throw Expected("an escape: \\n, \\t, \\\", \\\\ or \\u and four hexadecimal digits");
        }
    }

    private static bool TryParseHex(string digits, out char character)
    {
        bool isHex = ushort.TryParse(
            digits,
            System.Globalization.NumberStyles.AllowHexSpecifier,
            System.Globalization.CultureInfo.InvariantCulture,
            out ushort value);
        character = (char)value;
        return isHex;
    }
}

/// <summary>A parameter's name, and its length if it is declared as an array.</summary>
internal readonly record struct Label(string? Name, long? Count);
