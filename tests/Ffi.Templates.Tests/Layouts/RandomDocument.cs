namespace Ffi.Templates.Tests.Layouts;

/// <summary>A piece of a template: text, or a hole with what it holds.</summary>
internal readonly record struct Piece(bool IsHole, string Text);

/// <summary>Templates that look like C#: statements and blocks, with holes in lines and of lines.</summary>
/// <param name="random">Where they come from.</param>
/// <param name="isTidy">Whether blank lines stand as people write them: on both sides of a hole that may be empty or on neither, one at a
/// time.</param>
internal sealed class RandomDocument(Random random, bool isTidy)
{
    private readonly List<Piece> _pieces = [];

    public static IReadOnlyList<Piece> Of(Random random, bool isTidy)
    {
        RandomDocument document = new(random, isTidy);
        document.Block("", 0);
        return document._pieces;
    }

    // Groups with a blank line between them. In tidy documents, a line that may turn out empty is a group of its own.
    private void Block(string indentation, int depth)
    {
        int groups = random.Next(1, 4);
        for (int group = 0; group < groups; group++)
        {
            if (group > 0)
            {
                Text("\n");
            }

            bool isOfHoles = random.Next(2) == 0;
            int lines = isTidy && isOfHoles ? 1 : random.Next(1, 4);
            for (int line = 0; line < lines; line++)
            {
                Line(indentation, depth, isOfHoles);
            }
        }
    }

    private void Line(string indentation, int depth, bool isOfHoles)
    {
        if (isOfHoles || (!isTidy && random.Next(3) == 0))
        {
            Text(indentation);
            string content = Content();
            _pieces.Add(new(true, content));

            // With something behind it, a hole is no line of its own: in tidy documents only where it holds something.
            Text((content.Length > 0 || !isTidy) && random.Next(4) == 0 ? ";\n" : "\n");
        }
        else if (depth < 3 && random.Next(4) == 0)
        {
            Text(indentation + "{\n");
            Block(indentation + "    ", depth + 1);
            Text(indentation + "}\n");
        }
        else if (random.Next(2) == 0)
        {
            Text(indentation + "call(");
            _pieces.Add(new(true, Content()));
            Text(");\n");
        }
        else
        {
            Text(indentation + "statement;\n");
        }

        if (!isTidy && random.Next(5) == 0)
        {
            Text("\n");
        }
    }

    private string Content()
    {
        int lines = random.Next(0, 4);
        List<string> content = [.. Enumerable.Range(0, lines).Select(line => (random.Next(3) == 0 ? "    " : "") + "held" + line)];
        if (lines > 0)
        {
            content[0] = content[0].TrimStart();
        }

        if (lines == 3 && random.Next(2) == 0)
        {
            content[1] = "";
        }

        return string.Join('\n', content);
    }

    // Text between two holes is one piece, as it is in a template.
    private void Text(string text)
    {
        if (_pieces.Count > 0 && _pieces[^1] is { IsHole: false, Text: var before })
        {
            _pieces[^1] = new(false, before + text);
        }
        else
        {
            _pieces.Add(new(false, text));
        }
    }
}
