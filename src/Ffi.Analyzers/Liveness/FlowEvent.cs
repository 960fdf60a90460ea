using Ffi.Analyzers.Liveness.Engine;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness;

/// <summary>Something the engine saw happen on a path. The rules decide what of it is a mistake.</summary>
internal abstract record FlowEvent(SyntaxNode At);

/// <summary>How an address is used.</summary>
internal enum UseKind { Dereference, Write, Argument, Invocation, Return, Store, Capture }

/// <summary>A value was used. <paramref name="Release"/> is what had ended its resource by then, or null.</summary>
internal sealed record UseEvent(SyntaxNode At, Fact Fact, Release? Release, UseKind How, string Target) : FlowEvent(At);

/// <summary>A value was passed to a native function.</summary>
/// <param name="IsOwnerAlive">Whether something holds the resource until the call returns.</param>
internal sealed record NativeArgumentEvent(
    SyntaxNode At, Fact? Fact, bool IsOwnerAlive, string Function, string Parameter, ParameterLifetime Lifetime, ITypeSymbol? Type) : FlowEvent(At)
{
    /// <summary>Whether it is passed as <c>ref</c>, <c>in</c> or <c>out</c>.</summary>
    public bool IsReference { get; init; }
}

/// <summary>A resource that native code had kept was released, or the method ended, before native code let go.</summary>
internal sealed record RetentionBrokenEvent(Retention Retained, Resource Resource, Release Release, bool OnException) : FlowEvent(Retained.Argument);

/// <summary>A resource was released. <paramref name="Earlier"/> is its first release, where this is the second.</summary>
internal sealed record ReleaseEvent(SyntaxNode At, Resource Resource, Release? Earlier, string Family, string By) : FlowEvent(At);

/// <summary>The method ends on some path and the resource is still held.</summary>
internal sealed record LeakEvent(SyntaxNode At, Resource Resource, bool OnException) : FlowEvent(At);

/// <summary>A delegate's or handle's address leaves the method, or goes to native code for long, and nothing holds the delegate or handle.</summary>
internal sealed record OwnerLostEvent(SyntaxNode At, Resource Resource, string Target) : FlowEvent(At);

/// <summary>The address of what a handle holds was asked for, and the handle is known not to pin.</summary>
internal sealed record NotPinnedEvent(SyntaxNode At, Resource Resource) : FlowEvent(At);

/// <summary>errno was read.</summary>
internal sealed record LastErrorEvent(SyntaxNode At, LastError Last) : FlowEvent(At);
