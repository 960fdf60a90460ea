using Scriban.Syntax;

namespace Ffi.Templates.Translating;

/// <summary><c>$$</c>: what the caller of a function wrapped in it.</summary>
internal static class Block
{
    public static bool Is(ScriptNode? node) => node is ScriptVariableLocal variable && variable.Name == ScriptVariable.BlockDelegate.Name;

    public static bool IsUsedIn(ScriptNode? node) => node is not null && (Is(node) || node.Children.Any(IsUsedIn));
}
