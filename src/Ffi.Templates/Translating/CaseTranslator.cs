using Ffi.Templates.Problems;
using Scriban.Syntax;

namespace Ffi.Templates.Translating;

/// <summary><c>case</c> as C#'s <c>switch</c>: by value, or by type, where the word then stands for what it turned out to be.</summary>
internal sealed class CaseTranslator(
    CodeWriter code,
    ProblemList problems,
    ExpressionTranslator expressions,
    StatementTranslator statements)
{
    public void Translate(ScriptCaseStatement choice, Scope scope)
    {
        statements.MarkHole();
        code.Write("switch (");
        expressions.Value(choice.Value, scope);
        code.WriteLine(")");
        code.Open();
        ScriptConditionStatement? at = ((ScriptBlockStatement)choice.Body!).Statements.OfType<ScriptConditionStatement>().FirstOrDefault();
        for (; at is ScriptWhenStatement when; at = when.Next)
        {
            When(when, choice.Value, scope);
        }

        if (at is ScriptElseStatement { Body: var otherwise })
        {
            code.WriteLine("default:");
            Section(otherwise, scope);
        }

        code.Close();
        statements.MarkHole();
    }

    private void When(ScriptWhenStatement when, ScriptExpression? value, Scope scope)
    {
        ScriptVariableGlobal[] types = [.. when.Values.OfType<ScriptVariableGlobal>().Where(static name => char.IsUpper(name.Name[0]))];
        if (types.Length == 0)
        {
            foreach (ScriptExpression constant in when.Values)
            {
                code.Write("case ");
                expressions.Value(constant, scope);
                code.WriteLine(":");
            }

            Section(when.Body, scope);
        }
        else if (types.Length < when.Values.Count)
        {
            problems.Add(Descriptors.OutsideSubset, when.WhenKeyword, "'when' tells types or values, not both.");
        }
        else if (value is not ScriptVariableGlobal { Name: var word } || scope.NameOf(word) is null)
        {
            problems.Add(
                Descriptors.OutsideSubset,
                when.WhenKeyword,
                "'when' tells types of a word only: pass the value to a function of its own.");
        }
        else
        {
            OfTypes(types, word, when, scope);
        }
    }

    // The body is written for each type, since the word is another thing in each.
    private void OfTypes(ScriptVariableGlobal[] types, string word, ScriptWhenStatement when, Scope scope)
    {
        foreach (ScriptVariableGlobal type in types)
        {
            string local = statements.Local(word);
            code.Write("case ");
            code.Write(type.Name, problems.LinesOf(type));
            code.WriteLine($" {local}:");
            Section(when.Body, scope.With(word, local));
        }
    }

    private void Section(ScriptBlockStatement? body, Scope scope)
    {
        code.Open();
        statements.Statement(body, scope);
        code.WriteLine("break;");
        code.Close();
    }
}
