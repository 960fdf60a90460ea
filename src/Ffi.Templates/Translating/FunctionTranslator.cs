using Ffi.Templates.Problems;
using Ffi.Templates.Reading;
using Scriban.Syntax;

namespace Ffi.Templates.Translating;

/// <summary>One function of a template as a method that writes to a <c>Layout</c>.</summary>
internal sealed class FunctionTranslator(CodeWriter code, ProblemList problems, string file, ISet<string> templates, Vocabulary vocabulary)
{
    /// <summary>Translates one function.</summary>
    /// <param name="function">The function.</param>
    /// <param name="siblings">The functions of the same file, which it can call by their names alone.</param>
    public void Translate(ScriptFunction function, ISet<string> siblings)
    {
        if (function.NameOrDoToken is not ScriptVariable method)
        {
            problems.Add(Descriptors.OutsideSubset, function, $"{Refusal.NameOf(function)} is not translated.");
            return;
        }

        Scope scope = Scope.Empty;
        List<string> parameters = ["global::Ffi.Templates.Layout _layout"];
        foreach (ScriptParameter parameter in function.Parameters ?? [])
        {
            // The parameter's own span is empty.
            ScriptVariable name = parameter.Name!;
            string word = name.Name;
            if (parameter.EqualOrTripleDotToken is not null)
            {
                problems.Add(Descriptors.OutsideSubset, name, "A parameter is a word alone: no default, no '...'.");
            }

            if (scope.NameOf(word) is not null)
            {
                problems.Add(Descriptors.Name, name, $"The function has a parameter '{word}' already.");
                continue;
            }

            scope = scope.With(word, Scope.LocalOf(word));
            parameters.Add($"{TypeOf(name)} {Scope.LocalOf(word)}");
        }

        if (Block.IsUsedIn(function.Body))
        {
            parameters.Add("global::System.Action _block");
        }

        code.WriteLine("");
        code.Write("public static void ");
        code.Write(method.Name, problems.LinesOf(method));
        code.WriteLine($"({string.Join(", ", parameters)})");
        code.Open();
        ExpressionTranslator expressions = new(code, problems, templates);
        new StatementTranslator(code, problems, expressions, new Callees(file, siblings, templates)).Statement(function.Body, scope);
        code.Close();
    }

    private string TypeOf(ScriptVariable word)
    {
        if (vocabulary.Types.TryGetValue(word.Name, out string? type))
        {
            return type;
        }

        problems.Add(Descriptors.UnknownWord, word, $"The vocabulary has no type for the word '{word.Name}'.");
        return "object?";
    }
}
