using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Scriban;
using Scriban.Syntax;

namespace Ffi.Templates;

/// <summary>One template file as a class: a method for each <c>func</c>.</summary>
internal sealed class Translation
{
    private readonly StringBuilder _code = new();
    private readonly HashSet<string> _templates;
    private readonly Dictionary<string, string> _words;
    private readonly string _path;

    // What a name in a template stands for in C#: parameters, loop variables, and what a case has narrowed.
    private readonly Dictionary<string, string> _names = [];
    private string _counter = "";
    private int _locals;

    public Translation(string name, string path, Template template, HashSet<string> templates, Dictionary<string, string> words)
    {
        _path = path;
        _templates = templates;
        _words = words;
        if (template.HasErrors)
        {
            throw new NotSupportedException(template.Messages.ToString());
        }

        _code.Append("#nullable enable annotations\nusing Ffi.Generators.Model;\nusing Ffi.Generators.Planning;\nusing static Ffi.Generators.Emission.Truth;\n\nnamespace Ffi.Generators.Emission;\n\ninternal static class ")
            .Append(name).Append("Template\n{\n");
        foreach (ScriptFunction function in template.Page!.Body!.Statements.OfType<ScriptFunction>())
        {
            Function(function);
        }

        _code.Append("}\n");
    }

    public string Text => _code.ToString();

    private void Function(ScriptFunction function)
    {
        _names.Clear();
        _locals = 0;
        string[] parameters = [.. (function.Parameters ?? []).Select(static parameter => parameter.Name!.Name)];
        foreach (string parameter in parameters)
        {
            _names[parameter] = "@" + parameter;
        }

        Line(function);
        _code.Append("public static void ").Append(((ScriptVariable)function.NameOrDoToken!).Name).Append("(Layout layout")
            .Append(string.Concat(parameters.Select(parameter => $", {TypeOf(parameter, function)} @{parameter}"))).Append(")\n{\n");
        Statement(function.Body);
        _code.Append("}\n");
    }

    private string TypeOf(string word, ScriptNode where) =>
        _words.TryGetValue(word, out string? type) ? type : throw Unsupported(where, $"the word '{word}' stands for no type in words.txt");

    private void Statement(ScriptNode? node)
    {
        switch (node)
        {
            case null or ScriptEscapeStatement or ScriptEndStatement or ScriptNopStatement:
                break;
            case ScriptBlockStatement block:
                foreach (ScriptStatement statement in block.Statements)
                {
                    Statement(statement);
                }

                break;
            case ScriptRawStatement { Text: var text }:
                _code.Append("layout.Write(").Append(SymbolDisplay.FormatLiteral(text.ToString(), quote: true)).Append(");\n");
                break;
            case ScriptExpressionStatement { Expression: ScriptFunctionCall { Target: ScriptMemberExpression { Target: ScriptVariable file, Member: var member } } call }
                when _templates.Contains(file.Name):
                Line(node);
                string hole = $"hole{_locals++}";
                _code.Append($"int {hole} = layout.EnterHole();\n{file.Name}Template.{member!.Name}(layout{string.Concat(call.Arguments.Select(argument => ", " + Expression(argument)))});\nlayout.ExitHole({hole});\n");
                break;
            case ScriptExpressionStatement { Expression: var value }:
                Line(node);
                _code.Append($"layout.Hole({Expression(value)});\n");
                break;
            case ScriptIfStatement condition:
                Condition(condition);
                break;
            case ScriptCaseStatement chosen:
                Case(chosen);
                break;
            case ScriptForStatement loop:
                For(loop);
                break;
            default:
                throw Unsupported(node, node.GetType().Name);
        }
    }

    private void Condition(ScriptIfStatement condition)
    {
        _code.Append("layout.MarkHole();\n");
        ScriptConditionStatement? at = condition;
        for (string keyword = "if"; at is ScriptIfStatement next; keyword = "else if", at = next.Else)
        {
            Line(next);
            _code.Append($"{keyword} (Is({Expression(next.Condition)}))\n{{\n");
            Statement(next.Then);
            _code.Append("}\n");
        }

        if (at is ScriptElseStatement { Body: var otherwise })
        {
            _code.Append("else\n{\n");
            Statement(otherwise);
            _code.Append("}\n");
        }

        _code.Append("layout.MarkHole();\n");
    }

    // Of a plan's kind: the name is narrowed to the record of that kind. Of anything else: C#'s own switch.
    private void Case(ScriptCaseStatement chosen)
    {
        _code.Append("layout.MarkHole();\n");
        Line(chosen);
        string? word = chosen.Value is ScriptMemberExpression { Member.Name: "Kind", Target: ScriptVariable { Name: var name } } ? name : null;
        _code.Append($"switch ({(word is null ? Expression(chosen.Value) : _names[word])})\n{{\n");
        ScriptConditionStatement? at = ((ScriptBlockStatement)chosen.Body!).Statements.OfType<ScriptWhenStatement>().First();
        while (at is ScriptWhenStatement when)
        {
            foreach (ScriptExpression value in when.Values)
            {
                Line(when);
                if (word is null)
                {
                    _code.Append($"case {Expression(value)}:\n{{\n");
                    Statement(when.Body);
                }
                else
                {
                    (string outer, string local) = (_names[word], $"{word}{_locals++}");
                    _names[word] = local;
                    _code.Append($"case {((ScriptLiteral)value).Value}{Suffix(TypeOf(word, chosen))} {local}:\n{{\n");
                    Statement(when.Body);
                    _names[word] = outer;
                }

                _code.Append("break;\n}\n");
            }

            at = when.Next;
        }

        if (at is ScriptElseStatement { Body: var otherwise })
        {
            _code.Append("default:\n{\n");
            Statement(otherwise);
            _code.Append("break;\n}\n");
        }

        _code.Append("}\nlayout.MarkHole();\n");
    }

    // ParameterPlan's kinds are PinnedParameter, …
    private static string Suffix(string type) => type.EndsWith("Plan", StringComparison.Ordinal) ? type.Substring(0, type.Length - "Plan".Length) : type;

    private void For(ScriptForStatement loop)
    {
        string word = ((ScriptVariable)loop.Variable!).Name;
        string outerCounter = _counter;
        _names.TryGetValue(word, out string? outerName);
        string local = $"{word}{_locals++}";
        Line(loop);
        _counter = $"index{_locals++}";
        _code.Append($"layout.MarkHole();\nint {_counter} = 0;\nforeach (var {local} in {Expression(loop.Iterator)})\n{{\nlayout.MarkHole();\n");
        _names[word] = local;
        Statement(loop.Body);
        _code.Append($"{_counter}++;\n}}\nlayout.MarkHole();\n");
        _counter = outerCounter;
        _names.Remove(word);
        if (outerName is not null)
        {
            _names[word] = outerName;
        }
    }

    private string Expression(ScriptExpression? expression) => expression switch
    {
        ScriptNestedExpression nested => $"({Expression(nested.Expression)})",
        ScriptLiteral { Value: string text } => SymbolDisplay.FormatLiteral(text, quote: true),
        ScriptLiteral { Value: bool flag } => flag ? "true" : "false",
        ScriptLiteral { Value: null } => "null",
        ScriptLiteral { Value: IFormattable number } => number.ToString(null, CultureInfo.InvariantCulture),
        ScriptMemberExpression { Target: ScriptVariable { Name: "for" }, Member.Name: "first" } => $"{_counter} == 0",
        ScriptMemberExpression { Target: ScriptVariable { Name: "for" }, Member.Name: "index" } => _counter,
        ScriptMemberExpression member => $"{Expression(member.Target)}.{member.Member!.Name}",
        ScriptVariable variable => _names.TryGetValue(variable.Name, out string? local) ? local : variable.Name,
        ScriptIndexerExpression indexer => $"{Expression(indexer.Target)}[{Expression(indexer.Index)}]",
        ScriptUnaryExpression { Operator: ScriptUnaryOperator.Not } not => $"!Is({Expression(not.Right)})",
        ScriptBinaryExpression { Operator: ScriptBinaryOperator.And or ScriptBinaryOperator.Or } logic => $"Is({Expression(logic.Left)}) {logic.OperatorToken} Is({Expression(logic.Right)})",
        ScriptBinaryExpression { Operator: ScriptBinaryOperator.RangeInclude } range => $"Enumerable.Range({Expression(range.Left)}, {Expression(range.Right)} - {Expression(range.Left)} + 1)",
        ScriptBinaryExpression binary => $"{Expression(binary.Left)} {binary.OperatorToken} {Expression(binary.Right)}",
        ScriptFunctionCall call => $"{Expression(call.Target)}({string.Join(", ", call.Arguments.Select(Expression))})",
        _ => throw Unsupported(expression, expression?.GetType().Name ?? "nothing"),
    };

    // The compiler's messages, and the debugger, speak of the template.
    private void Line(ScriptNode node) =>
        _code.Append("#line ").Append(node.Span.Start.Line + 1).Append(" \"").Append(_path).Append("\"\n");

    private NotSupportedException Unsupported(ScriptNode? node, string what) => new($"{_path}({node?.Span.Start.Line + 1}): {what}");
}
