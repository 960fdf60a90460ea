using Scriban.Syntax;

namespace Ffi.Templates.Translating;

/// <summary>Tells calls of templates, which write, from expressions, which have a value.</summary>
/// <param name="file">The file that the calls are in.</param>
/// <param name="siblings">Its functions.</param>
/// <param name="templates">The files of templates.</param>
internal sealed class Callees(string file, ISet<string> siblings, ISet<string> templates)
{
    /// <summary>The class of the called template, the name of its function, and the call where it has arguments; null for other
    /// expressions.</summary>
    public (string Class, ScriptVariable Function, ScriptFunctionCall? Call)? Find(ScriptExpression? expression)
    {
        ScriptFunctionCall? call = expression as ScriptFunctionCall;
        return (call?.Target ?? expression) switch
        {
            ScriptVariableGlobal function when siblings.Contains(function.Name) => (FileTranslator.ClassOf(file), function, call),
            ScriptMemberExpression { Target: ScriptVariableGlobal template, Member: { } function } when templates.Contains(template.Name) =>
                (FileTranslator.ClassOf(template.Name), function, call),
            _ => null,
        };
    }
}
