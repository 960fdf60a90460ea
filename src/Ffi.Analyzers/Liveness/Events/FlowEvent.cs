using Ffi.Analyzers.Liveness.Doubts;
using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Events;

/// <summary>What an event is about, and what was known of it then.</summary>
internal sealed record Subject(Resource Resource, Standing Standing)
{
    public ResourceKind Kind => Resource.Kind;

    public string Name => Standing.Name;

    /// <summary>Whether it is what native code calls: a delegate, or the <c>NativeCallback</c> of one.</summary>
    public bool IsCallback => Kind == ResourceKind.Delegate || Standing.IsNativeCallback;
}

/// <summary>Something that happened on a path. The rules decide what of it is a mistake.</summary>
internal abstract record FlowEvent(SyntaxNode At)
{
    /// <summary>Why it may not have happened: of the path, beside what the subject's own standing says.</summary>
    public System.Collections.Immutable.ImmutableArray<Doubt> Doubts { get; init; } = [];

    /// <summary>What it is about, where that is a resource.</summary>
    public virtual Subject? About => null;

    public abstract override string ToString();
}

/// <summary>How an address is used. <c>ToNative</c>: it becomes a native function, or a delegate of one.</summary>
internal enum UseKind { Dereference, Write, Argument, Invocation, Return, Store, Capture, ToNative }

/// <summary>A value was used.</summary>
/// <param name="Release">What had ended its resource by then, or null.</param>
/// <param name="Target">What it was used for, as a message calls it.</param>
/// <param name="Into">Where it was stored.</param>
internal sealed record UseEvent(SyntaxNode At, Subject Of, Role Role, Release? Release, UseKind How, string Target, Place? Into)
    : FlowEvent(At)
{
    public override Subject About => Of;

    public override string ToString() =>
        $"use {Of.Resource.Kind} '{Of.Name}' ({Role}) as {How} '{Target}'{(Release is null ? "" : $" after {Release.Kind} by {Release.By}")}";
}

/// <summary>A value was passed to a native function.</summary>
/// <param name="IsOwnerAlive">Whether something holds the resource until the call returns.</param>
internal sealed record NativeArgumentEvent(
    SyntaxNode At,
    Subject? Of,
    Role Role,
    bool IsOwnerAlive,
    string Function,
    string Parameter,
    ParameterLifetime Lifetime,
    ITypeSymbol? Type
) : FlowEvent(At)
{
    public override Subject? About => Of;

    /// <summary>Whether it is passed as <c>ref</c>, <c>in</c> or <c>out</c>.</summary>
    public bool IsReference { get; init; }

    public override string ToString() =>
        $"pass {Of?.Resource.Kind} '{Of?.Name}' ({Role}) to '{Function}' as '{Parameter}'{(IsOwnerAlive ? "" : ", its owner may be dead")}";
}

/// <summary>A resource that native code had kept was released, or the method ended, before native code let go.</summary>
internal sealed record RetentionBrokenEvent(Retention Retained, Subject Of, Release Release, bool OnException)
    : FlowEvent(Retained.Argument)
{
    public override Subject About => Of;

    public override string ToString() =>
        $"end {Of.Resource.Kind} '{Of.Name}' by {Release.By} while native code keeps it as '{Retained.Parameter}'";
}

/// <summary>A resource was released.</summary>
/// <param name="Earlier">Its first release, where this is the second.</param>
internal sealed record ReleaseEvent(SyntaxNode At, Subject Of, Release? Earlier, string Family, string By) : FlowEvent(At)
{
    public override Subject About => Of;

    public override string ToString() =>
        $"release {Of.Resource.Kind} '{Of.Name}' by {By}{(Earlier is null ? "" : $", again after {Earlier.By}")}";
}

/// <summary>The method ends on some path and the resource is still held.</summary>
internal sealed record LeakEvent(Subject Of, bool OnException) : FlowEvent(Of.Resource.Site)
{
    public override Subject About => Of;

    public override string ToString() => $"lose {Of.Resource.Kind} '{Of.Name}'{(OnException ? " on an exception" : "")}";
}

/// <summary>A delegate's or handle's address leaves the method, or goes to native code for long, and nothing holds the delegate or
/// handle.</summary>
internal sealed record OwnerLostEvent(SyntaxNode At, Subject Of, string Target) : FlowEvent(At)
{
    public override Subject About => Of;

    public override string ToString() => $"lose the owner of {Of.Resource.Kind} '{Of.Name}' as '{Target}'";
}

/// <summary>The address of what a handle holds was asked for, and the handle is known not to pin.</summary>
internal sealed record NotPinnedEvent(SyntaxNode At, Subject Of) : FlowEvent(At)
{
    public override Subject About => Of;

    public override string ToString() => $"ask for the address in '{Of.Name}', which doesn't pin";
}

/// <summary>errno was read.</summary>
internal sealed record LastErrorEvent(SyntaxNode At, LastError Last) : FlowEvent(At)
{
    public override string ToString() => $"read the error of '{Last.Call.Name}'{(Last.LostTo is null ? "" : $", lost to '{Last.LostTo}'")}";
}
