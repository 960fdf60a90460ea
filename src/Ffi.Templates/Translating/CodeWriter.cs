using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Templates.Translating;

/// <summary>Writes C# of which some pieces stand for pieces of a template, so that the compiler reports places in the template, to the
/// column.</summary>
/// <param name="path">The template, as <c>#line</c> names it.</param>
internal sealed class CodeWriter(string path)
{
    private readonly StringBuilder _code = new();
    private readonly StringBuilder _line = new();
    private string? _directive;
    private bool _isMapped;
    private int _depth;

    /// <summary>C# that no text of the template stands for.</summary>
    public void Write(string code) => _line.Append(code);

    /// <summary>C# that stands for a piece of the template.</summary>
    /// <param name="code">The C#.</param>
    /// <param name="source">Where the template has it.</param>
    /// <param name="lead">How many characters the C# has in front of what the template has.</param>
    public void Write(string code, LinePositionSpan source, int lead = 0)
    {
        // A line of C# can stand for one piece only.
        if (_directive is not null)
        {
            EndLine();
        }

        // Lines and columns count from 1, and the last column is part of the span.
        int offset = Indentation + _line.Length + lead;
        _directive = $"#line ({source.Start.Line + 1}, {source.Start.Character + 1}) - ({source.End.Line + 1}, {source.End.Character}) "
            + $"{(offset == 0 ? "" : $"{offset} ")}\"{path}\"";
        _line.Append(code);
    }

    public void WriteLine(string code)
    {
        Write(code);
        EndLine();
    }

    public void EndLine()
    {
        if (_directive is not null)
        {
            _code.Append(_directive).Append('\n');
        }
        else if (_isMapped)
        {
            _code.Append("#line hidden\n");
        }

        _isMapped = _directive is not null;
        _directive = null;
        if (_line.Length > 0)
        {
            _code.Append(' ', Indentation).Append(_line);
        }

        _code.Append('\n');
        _line.Clear();
    }

    public void Open()
    {
        WriteLine("{");
        _depth++;
    }

    public void Close(string behind = "")
    {
        _depth--;
        WriteLine("}" + behind);
    }

    public override string ToString() => _code.ToString();

    private int Indentation => _depth * 4;
}
