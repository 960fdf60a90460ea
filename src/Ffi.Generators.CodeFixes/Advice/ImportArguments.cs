using Ffi.Analyzers.Advice;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators.CodeFixes.Advice;

/// <summary>The arguments of <c>[NativeFunction]</c>, as the import's attribute writes them.</summary>
internal sealed class ImportArguments(SemanticModel model, AttributeSyntax attribute, string method)
{
    /// <summary>The arguments in their parentheses; empty if none are needed.</summary>
    public string Text(Import import, Names names)
    {
        List<string> arguments = [];
        if (Find("EntryPoint") is { } entryPoint && !Equals(Value(entryPoint), method))
        {
            arguments.Add(entryPoint.ToString());
        }

        if (Find("SetLastError") is { } keepsError && Value(keepsError) is true)
        {
            arguments.Add($"SetLastError = {keepsError}");
        }

        if (import.KeepsNoError)
        {
            arguments.Add("SetLastError = false");
        }

        if (import.Encoding is not null)
        {
            arguments.Add(
                $"StringMarshalling = {names.Of("System.Runtime.InteropServices", "StringMarshalling", "StringMarshalling")}.{import.Encoding}"
            );
        }

        if (Find("StringMarshallingCustomType") is { } custom)
        {
            arguments.Add($"StringMarshallingCustomType = {custom}");
        }

        return arguments.Count == 0 ? "" : $"({string.Join(", ", arguments)})";
    }

    private ExpressionSyntax? Find(string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression;

    private object? Value(ExpressionSyntax expression) =>
        model.GetConstantValue(expression) is { HasValue: true, Value: var value } ? value : null;
}
