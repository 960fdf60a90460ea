using Ffi.Analyzers.Liveness.Doubts;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>What a method does anywhere in its body, whatever the order: facts of its operations, never of its text.</summary>
internal sealed class MethodShape
{
    private readonly HashSet<string> _calls = new(StringComparer.Ordinal);
    private readonly HashSet<ISymbol> _writtenByClosures = new(SymbolEqualityComparer.Default);
    private readonly HashSet<Term> _pinned = [];
    private readonly List<(ISymbol Pointer, ISymbol Start)> _differences = [];

    public MethodShape(ControlFlowGraph graph, SyntaxNode root, SemanticModel model, CancellationToken cancellation)
    {
        IOperation body = graph.OriginalOperation;
        foreach (IOperation operation in body.Descendants())
        {
            cancellation.ThrowIfCancellationRequested();
            switch (operation)
            {
                case IInvocationOperation call:
                    AddCall(call);
                    break;
                case IAwaitOperation:
                case IPropertyReferenceOperation { Property: { Name: "Result", ContainingType.Name: "Task" or "ValueTask" } }:
                    Waits = true;
                    break;
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    _writtenByClosures.UnionWith(Closures.WrittenIn(operation));
                    break;
            }

            if (
                operation
                    is IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract, LeftOperand: { } pointer, RightOperand: { } start }
                && Terms.Of(pointer, null)?.Symbol is { } from
                && Terms.Of(start, null)?.Symbol is { } to)
            {
                _differences.Add((from, to));
            }

            UsesOverlapped |=
                operation.Type is IPointerTypeSymbol { PointedAtType.Name: "NativeOverlapped" } or { Name: "NativeOverlapped" };
        }

        TypeReleases =
            root.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().LastOrDefault() is { } type
            && MethodSummaries.CallsIn(type, "DangerousRelease");
    }

    /// <summary>Whether the method waits for what it starts.</summary>
    public bool Waits { get; private set; }

    /// <summary>Whether an asynchronous operation of Windows is on its way.</summary>
    public bool UsesOverlapped { get; }

    /// <summary>Whether a method is called, or a parameter filled, whose name says that something is on the stack.</summary>
    public bool SpeaksOfStack { get; private set; }

    /// <summary>Whether the method's type releases add-refs anywhere.</summary>
    public bool TypeReleases { get; }

    /// <summary>The variables whose difference is taken.</summary>
    public IReadOnlyList<(ISymbol Pointer, ISymbol Start)> Differences => _differences;

    /// <summary>Whether the method calls one of the framework's methods, by its type's and its own name.</summary>
    public bool Calls(string key) => _calls.Contains(key);

    /// <summary>Whether a handle that pins is made of the same expression somewhere.</summary>
    public bool Pins(Term term) => _pinned.Contains(term);

    /// <summary>Whether a lambda or local function writes the variable. When it does is unknown, so nothing is known of the
    /// variable.</summary>
    public bool IsWrittenByClosure(ISymbol variable) => _writtenByClosures.Contains(variable);

    private void AddCall(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        _calls.Add($"{method.ContainingType?.Name}.{method.Name}");
        Waits |=
            method.Name is "Wait" or "WaitAll" or "WaitAny" or "WaitOne" or "Join" or "GetAwaiter" && FrameworkMethods.IsFramework(method);
        SpeaksOfStack |= DoubtList.OnCallersStack.Speaks(method.Name);
        if (
            method is { Name: "Alloc", ContainingType.Name: "GCHandle" }
            && call.Arguments.Length == 2
            && call.Arguments[1].Value.ConstantValue is { HasValue: true, Value: 3 }
            && Terms.Of(call.Arguments[0].Value, null) is { } term)
        {
            _pinned.Add(term);
        }
    }
}
