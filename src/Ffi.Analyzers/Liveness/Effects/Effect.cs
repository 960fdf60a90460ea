using System.Collections.Immutable;
using Ffi.Analyzers.Liveness.Doubts;
using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ffi.Analyzers.Liveness.Effects;

/// <summary>What an operation does, as data. <see cref="Apply.Applying"/> says what becomes of the state.</summary>
internal abstract record Effect;

/// <summary>A resource begins its life.</summary>
internal sealed record Make(Resource Resource, Standing As) : Effect;

/// <summary>What is known of a resource that has no beginning here: a literal, the frame.</summary>
internal sealed record Describe(Resource Resource, Standing As) : Effect;

/// <summary>A resource ends; or ends again.</summary>
/// <param name="Family">What its memory goes back to, where that is known.</param>
internal sealed record End(Resource Resource, ReleaseKind Kind, SyntaxNode Site, string By, string Family = "") : Effect;

/// <summary>On this path a resource was not made: what should have made it gave null.</summary>
internal sealed record NeverMade(Resource Resource, SyntaxNode Site) : Effect;

/// <summary>What borrowed memory pointed into has changed.</summary>
internal sealed record Invalidate(Resource Resource, SyntaxNode Site, string By) : Effect;

/// <summary>A value is used.</summary>
internal sealed record Use(Value Value, SyntaxNode At, UseKind How, string Target, Doubt? Doubt = null) : Effect;

/// <summary>Other code has the value now.</summary>
internal sealed record Escape(Value Value) : Effect;

/// <summary>Other code has one resource now.</summary>
internal sealed record HandOver(Resource Resource) : Effect;

/// <summary>Native code keeps a resource.</summary>
internal sealed record Retain(Resource Resource, Retention Retention) : Effect;

/// <summary>Native code lets go of it.</summary>
internal sealed record LetGo(Resource Resource) : Effect;

/// <summary>A resource gets the name of the first variable that holds it.</summary>
internal sealed record Name(Resource Resource, string As) : Effect;

/// <summary>The address of a delegate is taken.</summary>
internal sealed record TakeThunk(Resource Resource, SyntaxNode Site) : Effect;

/// <summary>A finding about a resource may be wrong.</summary>
internal sealed record DoubtResource(Resource Resource, Doubt Doubt) : Effect;

/// <summary>The path may not exist.</summary>
internal sealed record DoubtPath(Doubt Doubt) : Effect;

/// <summary>A place holds a value: what was read there, or what is stored there.</summary>
internal sealed record Keep(Place Place, Value Value, SyntaxNode Site) : Effect;

/// <summary>A value is stored. What was known by the old one's name is forgotten.</summary>
internal sealed record Store(Place Place, Value Value, SyntaxNode Site) : Effect;

/// <summary>A variable's scope ends, or nothing is known of it any more.</summary>
internal sealed record Drop(Term Variable) : Effect;

/// <summary>A place of the heap holds an unknown value.</summary>
internal sealed record Unknow(Place Place) : Effect;

/// <summary>A condition has an answer.</summary>
internal sealed record Decide(Term Condition, bool Answer) : Effect;

/// <summary>errno is of another call, or of none.</summary>
internal sealed record SetLastError(LastError? Last) : Effect;

/// <summary>The path may be left here by an exception.</summary>
/// <param name="IsSeen">Whether the exception is in view, and not only possible.</param>
/// <param name="Before">What has been done by then.</param>
internal sealed record Throw(bool IsSeen, ImmutableArray<Effect> Before) : Effect;

/// <summary>The path ends in a call that doesn't return.</summary>
internal sealed record Stop : Effect;

/// <summary>The frame is left for a while: <c>await</c>, <c>yield</c>.</summary>
internal sealed record Suspend(SyntaxNode Site, string By) : Effect;

/// <summary>A region of the graph is left, and with it its variables.</summary>
internal sealed record Leave(ControlFlowRegion Region) : Effect;

/// <summary>The method returns a value.</summary>
internal sealed record Return(Value Value, SyntaxNode Site) : Effect;

/// <summary>The method ends.</summary>
internal sealed record Finish(bool IsExceptional) : Effect;

/// <summary>Something happened that changes nothing.</summary>
internal sealed record Tell(FlowEvent Event) : Effect;
