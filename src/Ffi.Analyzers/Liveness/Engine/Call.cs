using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Engine;

/// <summary>A call whose receiver and arguments have been evaluated.</summary>
internal sealed record Call(IOperation Operation, IMethodSymbol Method, IOperation? Receiver, Value ReceiverValue, ImmutableArray<CallArgument> Arguments)
{
    public SyntaxNode Syntax => Operation.Syntax;

    /// <summary>The method by its type's and its own name, which is how the tables know the framework's methods.</summary>
    public string Key { get; } = $"{Method.ContainingType?.Name}.{Method.Name}";

    public CallArgument? Argument(int ordinal) => Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == ordinal);

    public Value ValueOf(int ordinal) => Argument(ordinal)?.Value ?? Value.Unknown;
}

/// <summary>An argument: its value, and the variable where it is passed by reference.</summary>
internal sealed record CallArgument(IOperation Operation, IParameterSymbol? Parameter, Value Value, Place? Variable);
