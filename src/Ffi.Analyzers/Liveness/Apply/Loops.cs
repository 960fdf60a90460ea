using Ffi.Analyzers.Liveness.Flow;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Apply;

/// <summary>What a loop made stands for many.</summary>
internal static class Loops
{
    /// <summary>Whether a later loop, which goes through what an earlier one made, has released another one in its last turn.</summary>
    public static bool IsAnother(Resource resource, Release? released, SyntaxNode at) =>
        released is not null && at.SpanStart <= released.Site.SpanStart && LoopAround(resource.Site) is not null
        && LoopAround(released.Site) is { } loop && loop.Contains(at) && !loop.Contains(resource.Site);

    private static SyntaxNode? LoopAround(SyntaxNode node) => node.Ancestors().FirstOrDefault(LoopStatements.IsLoop);
}
