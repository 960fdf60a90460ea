using System.Collections.Immutable;
using Ffi.Analyzers.Liveness.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>A call whose receiver and arguments have been read.</summary>
internal sealed record Call(
    IOperation Operation,
    IMethodSymbol Method,
    IOperation? Receiver,
    Value ReceiverValue,
    ImmutableArray<CallArgument> Arguments)
{
    public SyntaxNode Syntax => Operation.Syntax;

    /// <summary>The method by its type's and its own name, which is how the tables know the framework's methods.</summary>
    public string Key { get; } = $"{Method.ContainingType?.Name}.{Method.Name}";

    /// <summary>What a message calls it. The signature of a function pointer has no name.</summary>
    public string Name { get; } =
        Method.Name.Length > 0 ? Method.Name
        : Operation is IFunctionPointerInvocationOperation { Target.Syntax: { } target } ? target.ToString()
        : "";

    public CallArgument? Argument(int ordinal) => Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == ordinal);

    public Value ValueOf(int ordinal) => Argument(ordinal)?.Value ?? Value.Unknown;
}

/// <summary>An argument: its value, and the variable where it is passed by reference.</summary>
internal sealed record CallArgument(IOperation Operation, IParameterSymbol? Parameter, Value Value, Place? Variable)
{
    /// <summary><c>[Out] FORMATETC[] formats</c>: what its elements held is neither looked at nor there afterwards.</summary>
    public bool IsFilled =>
        this is { Operation.Type: IArrayTypeSymbol, Parameter: { } parameter }
        && Has(parameter, "OutAttribute")
        && !Has(parameter, "InAttribute");

    private static bool Has(IParameterSymbol parameter, string attribute) =>
        parameter.GetAttributes().Any(a => a.AttributeClass?.Name == attribute);
}
