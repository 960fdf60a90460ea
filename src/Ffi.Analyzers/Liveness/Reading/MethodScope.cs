using Ffi.Analyzers.Liveness.Doubts;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>What is known of the compilation.</summary>
internal sealed record ProgramKnowledge(
    SignatureReader Signatures,
    MethodSummaries Summaries,
    CallReach Reach,
    Callers Callers,
    Func<Doubt, bool> Heeds)
{
    public KeptObjects Kept { get; } = new(Callers);

    public DeedReader Deeds { get; } = new(Callers.Compilation, Signatures);
}

/// <summary>What is known of the method that is being read, wherever in it.</summary>
internal sealed class MethodScope(
    ControlFlowGraph graph,
    IMethodSymbol? method,
    SemanticModel model,
    ProgramKnowledge program,
    CancellationToken cancellation)
{
    private MethodShape? _shape;

    public IMethodSymbol? Method { get; } = method;

    public SemanticModel Model { get; } = model;

    public SignatureReader Signatures => program.Signatures;

    public MethodSummaries Summaries => program.Summaries;

    public Callers Callers => program.Callers;

    public CallReach Reach => program.Reach;

    public KeptObjects Kept => program.Kept;

    public DeedReader Deeds => program.Deeds;

    /// <summary>Whether a doubt counts. Tests ask what would be said without it.</summary>
    public bool Heeds(Doubt doubt) => program.Heeds(doubt);

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>Whether the body is that of a lambda or local function, whose captured variables live elsewhere.</summary>
    public bool IsNested { get; init; }

    /// <summary>Whether a lambda or local function has the variable from around it.</summary>
    public bool IsCaptured(ISymbol variable) =>
        IsNested && variable.DeclaringSyntaxReferences is [{ } declaration, ..] && declaration.SyntaxTree == Root.SyntaxTree
        && !(Method?.DeclaringSyntaxReferences.FirstOrDefault()?.Span ?? Root.Span).Contains(declaration.Span);

    public SyntaxNode Root { get; } = graph.OriginalOperation.Syntax;

    public LaterReads LaterReads { get; } = new(graph, model);

    /// <summary>What the method does anywhere in it.</summary>
    public MethodShape Shape => _shape ??= new(graph, Root, Model, Cancellation);

    /// <summary>Whether a static constructor's things live as long as the process.</summary>
    public bool IsForGood => Method?.MethodKind == MethodKind.StaticConstructor;
}
