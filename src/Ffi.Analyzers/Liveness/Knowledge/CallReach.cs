using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Knowledge;

/// <summary>Whether managed code may lead to the call of a native function. One for a compilation.</summary>
/// <remarks>Names are resolved where the called code stands, never at the caller. The answer is no only where all of that code is in view:
/// what isn't seen is trusted to do what the signature asks of it.</remarks>
internal sealed class CallReach(Compilation compilation, SignatureReader signatures)
{
    private readonly ConcurrentDictionary<(SyntaxNode Site, IMethodSymbol Method, NativeTarget Target), bool> answers = new();

    /// <summary>Whether a call may lead to the function.</summary>
    public bool MayLeadTo(
        NativeTarget target,
        SyntaxNode call,
        IMethodSymbol method,
        IOperation? receiver,
        IReadOnlyList<IOperation> arguments,
        CancellationToken cancellation) =>
        answers.GetOrAdd(
            (call, method, target),
            _ =>
            {
                var walk = new CallReachWalk(compilation, signatures, target, cancellation);
                walk.Call(method, receiver);
                foreach (IOperation argument in arguments)
                {
                    walk.Pass(argument, method);
                }

            return walk.Finds();
        });
}

/// <summary>The native function that is looked for.</summary>
/// <param name="EntryPoint">Its symbol, or its name in C#.</param>
/// <param name="Home">The assembly of the declaration that names it.</param>
internal sealed record NativeTarget(string EntryPoint, IAssemblySymbol Home)
{
    /// <summary>Whether an assembly declares the function, or knows the one that does.</summary>
    public bool MayBeCalledIn(IAssemblySymbol assembly) =>
        SymbolEqualityComparer.Default.Equals(assembly, Home)
        || assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == Home.Name));
}
