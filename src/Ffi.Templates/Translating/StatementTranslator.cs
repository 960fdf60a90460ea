using Ffi.Templates.Problems;
using Microsoft.CodeAnalysis.CSharp;
using Scriban.Syntax;

namespace Ffi.Templates.Translating;

/// <summary>Statements of a template, in C#: text and holes are written to the layout, and what decides is C#'s own.</summary>
internal sealed class StatementTranslator(CodeWriter code, ProblemList problems, ExpressionTranslator expressions, Callees callees)
{
    private int _locals;

    public void Statement(ScriptNode? node, Scope scope)
    {
        switch (node)
        {
            case null or ScriptEscapeStatement or ScriptEndStatement or ScriptNopStatement:
                break;
            case ScriptBlockStatement block:
                foreach (ScriptStatement statement in block.Statements)
                {
                    Statement(statement, scope);
                }

                break;
            case ScriptRawStatement { Text: var text }:
                Text(text.ToString().Replace("\r\n", "\n"));
                break;
            case ScriptExpressionStatement { Expression: { } expression }:
                Hole(expression, scope);
                break;
            case ScriptWrapStatement wrap:
                Wrap(wrap, scope);
                break;
            case ScriptIfStatement condition:
                If(condition, scope);
                break;
            case ScriptCaseStatement choice:
                new CaseTranslator(code, problems, expressions, this).Translate(choice, scope);
                break;
            case ScriptForStatement { Variable: ScriptVariableGlobal word } loop and not ScriptTableRowStatement:
                For(loop, word, scope);
                break;
            default:
                problems.Add(Descriptors.OutsideSubset, node, $"{Refusal.NameOf(node)} is not translated.");
                break;
        }
    }

    /// <summary>A name for a local that no word can have.</summary>
    public string Local(string name) => $"_{name}{++_locals}";

    /// <summary>A line of the template that only decides is none of the text.</summary>
    public void MarkHole() => code.WriteLine("_layout.MarkHole();");

    private void Text(string text)
    {
        if (text.Length > 0)
        {
            code.WriteLine($"_layout.Write({SymbolDisplay.FormatLiteral(text, quote: true)});");
        }
    }

    private void Hole(ScriptExpression expression, Scope scope)
    {
        if (Block.Is(expression))
        {
            InHole(() => code.WriteLine("_block();"));
        }
        else if (callees.Find(expression) is var (type, function, call))
        {
            InHole(() =>
            {
                Call(type, function, call, scope);
                code.WriteLine(";");
            });
        }
        else
        {
            code.Write("_layout.Hole(");
            expressions.Value(expression, scope);
            code.WriteLine(");");
        }
    }

    private void Wrap(ScriptWrapStatement wrap, Scope scope)
    {
        if (callees.Find(wrap.Target) is not var (type, function, call))
        {
            problems.Add(Descriptors.OutsideSubset, wrap.Target ?? (ScriptNode)wrap, "'wrap' needs a function of a template.");
            return;
        }

        InHole(() =>
        {
            string block = Local("block");
            code.WriteLine($"void {block}()");
            code.Open();
            Statement(wrap.Body, scope);
            code.Close();
            Call(type, function, call, scope, block);
            code.WriteLine(";");
        });
    }

    private void Call(string type, ScriptVariable function, ScriptFunctionCall? call, Scope scope, string? block = null)
    {
        code.Write(type + ".");
        code.Write(function.Name, problems.LinesOf(function));
        expressions.Arguments(call, scope, "_layout", block);
    }

    private void InHole(Action write)
    {
        string hole = Local("hole");
        code.WriteLine($"int {hole} = _layout.EnterHole();");
        write();
        code.WriteLine($"_layout.ExitHole({hole});");
    }

    private void If(ScriptIfStatement condition, Scope scope)
    {
        MarkHole();
        ScriptConditionStatement? at = condition;
        for (string keyword = "if"; at is ScriptIfStatement branch; keyword = "else if", at = branch.Else)
        {
            code.Write(keyword + " (");
            expressions.Condition(branch.Condition, scope);
            code.WriteLine(")");
            Braced(branch.Then, scope);
        }

        if (at is ScriptElseStatement { Body: var otherwise })
        {
            code.WriteLine("else");
            Braced(otherwise, scope);
        }

        MarkHole();
    }

    private void For(ScriptForStatement loop, ScriptVariableGlobal word, Scope scope)
    {
        if (!TakesWord(word, scope))
        {
            return;
        }

        if (loop.NamedArguments.Count > 0)
        {
            ScriptNamedArgument argument = loop.NamedArguments[0];
            problems.Add(
                Descriptors.OutsideSubset,
                argument.Name ?? (ScriptNode)argument,
                $"'{argument.Name?.Name}' of 'for' is not translated.");
        }

        if (loop.Else is not null)
        {
            problems.Add(Descriptors.OutsideSubset, loop.Else.ElseKeyword, "'else' of 'for' is not translated.");
        }

        string? counter = CountsTurns(loop.Body) ? Local("turn") : null;
        Scope inner = scope.With(word.Name, Scope.LocalOf(word.Name)).InLoop(counter);
        MarkHole();
        if (counter is not null)
        {
            code.WriteLine($"int {counter} = 0;");
        }

        Head(loop, word, scope);
        code.Open();
        MarkHole();
        Statement(loop.Body, inner);
        if (counter is not null)
        {
            code.WriteLine($"{counter}++;");
        }

        code.Close();
        MarkHole();
    }

    private void Head(ScriptForStatement loop, ScriptVariableGlobal word, Scope scope)
    {
        string local = Scope.LocalOf(word.Name);
        ScriptExpression? iterator = loop.Iterator is ScriptNestedExpression nested ? nested.Expression : loop.Iterator;
        if (iterator is ScriptBinaryExpression { Operator: ScriptBinaryOperator.RangeInclude or ScriptBinaryOperator.RangeExclude } range)
        {
            code.Write($"for (int {local} = ");
            expressions.Value(range.Left, scope);
            code.Write($"; {local} {(range.Operator == ScriptBinaryOperator.RangeInclude ? "<=" : "<")} ");
            expressions.Value(range.Right, scope);
            code.WriteLine($"; {local}++)");
        }
        else
        {
            code.Write($"foreach (var {local} in ");
            expressions.Value(iterator, scope);
            code.WriteLine(")");
        }
    }

    private bool TakesWord(ScriptVariableGlobal word, Scope scope)
    {
        if (!char.IsLower(word.Name[0]) || !word.Name.All(char.IsLetterOrDigit))
        {
            problems.Add(Descriptors.Name, word, $"'{word.Name}' is no word: write letters and digits, the first one in lower case.");
            return false;
        }

        if (scope.NameOf(word.Name) is not null)
        {
            problems.Add(Descriptors.Name, word, $"'{word.Name}' stands for something else here already.");
            return false;
        }

        return true;
    }

    private static bool CountsTurns(ScriptNode? node) =>
        node is ScriptMemberExpression { Target: ScriptVariable { Name: "for" } } || (node is not null && node.Children.Any(CountsTurns));

    /// <summary>Statements in braces.</summary>
    public void Braced(ScriptBlockStatement? body, Scope scope)
    {
        code.Open();
        Statement(body, scope);
        code.Close();
    }
}
