using System.Globalization;
using Ffi.Templates.Problems;
using Microsoft.CodeAnalysis.CSharp;
using Scriban.Syntax;

namespace Ffi.Templates.Translating;

/// <summary>Expressions of a template, in C#.</summary>
internal sealed class ExpressionTranslator(CodeWriter code, ProblemList problems, ISet<string> templates)
{
    /// <summary>A value.</summary>
    public void Value(ScriptExpression? expression, Scope scope)
    {
        switch (expression)
        {
            case ScriptNestedExpression { Expression: { } inner }:
                code.Write("(");
                Value(inner, scope);
                code.Write(")");
                break;
            case ScriptLiteral literal:
                Literal(literal);
                break;
            case ScriptVariable or ScriptMemberExpression or ScriptIndexerExpression:
                Path(expression, scope);
                break;
            case ScriptFunctionCall call:
                Call(call, scope);
                break;
            case ScriptUnaryExpression { Operator: ScriptUnaryOperator.Not, Right: var operand }:
                code.Write("!");
                Condition(operand, scope);
                break;
            case ScriptUnaryExpression { Operator: ScriptUnaryOperator.Negate, Right: var operand }:
                code.Write("-");
                Value(operand, scope);
                break;
            case ScriptBinaryExpression binary when OperatorOf(binary) is { } symbol:
                Binary(binary, symbol, scope);
                break;
            case ScriptConditionalExpression choice:
                code.Write("(");
                Condition(choice.Condition, scope);
                code.Write(" ? ");
                Value(choice.ThenValue, scope);
                code.Write(" : ");
                Value(choice.ElseValue, scope);
                code.Write(")");
                break;
            case ScriptNamedArgument { Name: { } name }:
                // Its own span leaves the name out.
                Refuse(name, $"{Refusal.NameOf(expression)} is not translated.");
                break;
            default:
                Refuse(expression, $"{Refusal.NameOf(expression)} is not translated.");
                break;
        }
    }

    /// <summary>What is asked whether it is true: what is a <c>bool</c> by its form as it is, so that the compiler sees what it says of
    /// null.</summary>
    public void Condition(ScriptExpression? expression, Scope scope)
    {
        if (expression is ScriptNestedExpression { Expression: { } inner })
        {
            code.Write("(");
            Condition(inner, scope);
            code.Write(")");
        }
        else if (expression is ScriptLiteral { Value: null } nothing)
        {
            code.Write("false", problems.LinesOf(nothing));
        }
        else if (IsBoolean(expression))
        {
            Value(expression, scope);
        }
        else
        {
            code.Write("global::Ffi.Templates.Truth.Is(");
            Value(expression, scope);
            code.Write(")");
        }
    }

    /// <summary>Says that a node is outside of the subset, and leaves something in its place that compiles.</summary>
    public void Refuse(ScriptNode? node, string message)
    {
        if (node is not null)
        {
            problems.Add(Descriptors.OutsideSubset, node, message);
        }

        code.Write("default!");
    }

    private void Binary(ScriptBinaryExpression binary, string symbol, Scope scope)
    {
        bool isLogic = binary.Operator is ScriptBinaryOperator.And or ScriptBinaryOperator.Or;
        code.Write("(");
        Operand(binary.Left);
        code.Write($" {symbol} ");
        Operand(binary.Right);
        code.Write(")");

        void Operand(ScriptExpression? operand)
        {
            if (isLogic)
            {
                Condition(operand, scope);
            }
            else
            {
                Value(operand, scope);
            }
        }
    }

    private void Literal(ScriptLiteral literal)
    {
        string? text = literal.Value switch
        {
            null => "null",
            bool flag => flag ? "true" : "false",
            string characters => SymbolDisplay.FormatLiteral(characters, quote: true),
            int number => number.ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
        if (text is null)
        {
            Refuse(literal, "Of numbers, only those of an 'int' are translated.");
        }
        else
        {
            code.Write(text, problems.LinesOf(literal));
        }
    }

    // A word or a name of C#, and members of it. What follows the first name reads the same in both languages, so it keeps its columns.
    private void Path(ScriptExpression expression, Scope scope)
    {
        switch (expression)
        {
            case ScriptMemberExpression { Target: ScriptVariable { Name: "for" } } turn:
                Turn(turn, scope);
                break;
            case var chain when MembersOf(chain) is { } members:
                Root(RootOf(chain), members, chain, scope);
                break;
            case ScriptMemberExpression { Member: { } member } link:
                Value(link.Target, scope);
                code.Write(link.DotToken.Value);
                code.Write(member.Name, problems.LinesOf(member));
                break;
            case ScriptIndexerExpression indexer:
                Value(indexer.Target, scope);
                code.Write("[");
                Value(indexer.Index, scope);
                code.Write("]");
                break;
            default:
                Refuse(expression, $"{Refusal.NameOf(expression)} is not translated.");
                break;
        }
    }

    private void Root(ScriptVariable root, string members, ScriptExpression whole, Scope scope)
    {
        string? name = root is ScriptVariableGlobal ? scope.NameOf(root.Name) ?? NameOfCSharp(root.Name) : null;
        if (name is null)
        {
            problems.Add(
                Descriptors.UnknownWord,
                root,
                $"'{root}' stands for nothing here: it is no parameter of the function, and no loop's word.");
            code.Write("default!");
        }
        else if (templates.Contains(root.Name))
        {
            Refuse(whole, $"'{root.Name}' is a template, which writes and has no value: call it in a hole of its own.");
        }
        else
        {
            code.Write(name + members, problems.LinesOf(whole), name.Length - root.Name.Length);
        }
    }

    // Types and enums of C# begin with a capital letter; words don't.
    private static string? NameOfCSharp(string name) => char.IsUpper(name[0]) ? name : null;

    private void Turn(ScriptMemberExpression turn, Scope scope)
    {
        string? text = turn.Member?.Name switch
        {
            "index" => scope.Counter,
            "first" => $"{scope.Counter} == 0",
            "even" => $"{scope.Counter} % 2 == 0",
            "odd" => $"{scope.Counter} % 2 != 0",
            _ => null,
        };
        if (scope.Counter is null)
        {
            Refuse(turn, $"'{turn}' stands in no loop.");
        }
        else if (text is null)
        {
            Refuse(turn, $"'{turn}' is not translated; 'for.index', 'for.first', 'for.even' and 'for.odd' are.");
        }
        else
        {
            code.Write($"({text})", problems.LinesOf(turn));
        }
    }

    private void Call(ScriptFunctionCall call, Scope scope)
    {
        if (call.Target is ScriptVariable function)
        {
            Refuse(
                call,
                $"'{function.Name}' writes and has no value: call it in a hole of its own. A method of C# is called with its type.");
            return;
        }

        Value(call.Target, scope);
        Arguments(call, scope);
    }

    /// <summary>The arguments of a call, in parentheses, between two of our own.</summary>
    public void Arguments(ScriptFunctionCall? call, Scope scope, string? first = null, string? last = null)
    {
        string comma = first is null ? "" : ", ";
        code.Write("(" + first);
        foreach (ScriptExpression argument in call?.Arguments ?? [])
        {
            code.Write(comma);
            Value(argument, scope);
            comma = ", ";
        }

        code.Write((last is null ? "" : comma + last) + ")");
    }

    // The members behind a name, where there is nothing else: ".Locals.Result".
    private static string? MembersOf(ScriptExpression? expression) =>
        expression switch
        {
            ScriptVariable { Name: not "for" } => "",
            ScriptMemberExpression { Member: { } member } link when MembersOf(link.Target) is { } before =>
                $"{before}{link.DotToken.Value}{member.Name}",
            _ => null,
        };

    private static ScriptVariable RootOf(ScriptExpression expression) =>
        expression is ScriptMemberExpression { Target: { } target } ? RootOf(target) : (ScriptVariable)expression;

    private static bool IsBoolean(ScriptExpression? expression) => expression switch
    {
        ScriptLiteral { Value: bool } => true,
        ScriptUnaryExpression { Operator: ScriptUnaryOperator.Not } => true,
        ScriptMemberExpression { Target: ScriptVariable { Name: "for" }, Member.Name: "first" or "even" or "odd" } => true,
        ScriptBinaryExpression { Operator: ScriptBinaryOperator.And or ScriptBinaryOperator.Or } => true,
        ScriptBinaryExpression { Operator: >= ScriptBinaryOperator.CompareEqual and <= ScriptBinaryOperator.CompareGreater } => true,
        _ => false,
    };

    // Division is left out, for 5 / 2 is 2.5 in Scriban.
    private static string? OperatorOf(ScriptBinaryExpression binary) => binary.Operator switch
    {
        ScriptBinaryOperator.And => "&&",
        ScriptBinaryOperator.Or => "||",
        ScriptBinaryOperator.CompareEqual => "==",
        ScriptBinaryOperator.CompareNotEqual => "!=",
        ScriptBinaryOperator.CompareLess => "<",
        ScriptBinaryOperator.CompareLessOrEqual => "<=",
        ScriptBinaryOperator.CompareGreater => ">",
        ScriptBinaryOperator.CompareGreaterOrEqual => ">=",
        ScriptBinaryOperator.Add => "+",
        ScriptBinaryOperator.Subtract => "-",
        ScriptBinaryOperator.Multiply => "*",
        _ => null,
    };
}
