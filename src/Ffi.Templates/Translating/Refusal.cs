using Scriban.Syntax;

namespace Ffi.Templates.Translating;

/// <summary>How messages name what is outside of the subset.</summary>
internal static class Refusal
{
    public static string NameOf(ScriptNode? node) => node switch
    {
        null => "An empty expression",
        ScriptAssignExpression or ScriptIncrementDecrementExpression => "An assignment",
        ScriptBinaryExpression binary => $"The operator '{binary.OperatorToken}'",
        ScriptUnaryExpression unary => $"The operator '{unary.OperatorToken}'",
        ScriptPipeCall => "A pipe",
        ScriptNamedArgument => "A named argument",
        ScriptArrayInitializerExpression => "An array",
        ScriptObjectInitializerExpression => "An object",
        ScriptAnonymousFunction => "A function without a name",
        ScriptInterpolatedStringExpression or ScriptInterpolatedExpression => "An interpolated string",
        ScriptThisExpression => "'this'",
        ScriptIsEmptyExpression => "'empty?'",
        ScriptWhileStatement => "'while'",
        ScriptBreakStatement => "'break'",
        ScriptContinueStatement => "'continue'",
        ScriptReturnStatement => "'ret'",
        ScriptCaptureStatement => "'capture'",
        ScriptWithStatement => "'with'",
        ScriptImportStatement => "'import'",
        ScriptReadOnlyStatement => "'readonly'",
        ScriptTableRowStatement => "'tablerow'",
        ScriptFunction => "A function inside of another statement",
        _ => $"'{node}'",
    };
}
