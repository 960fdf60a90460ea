using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>The generated half of one function.</summary>
internal static class TrampolineTemplate
{
    // The JIT lifts the GC transition's frame out of a caller's loop only where the trampoline inlines.
    private const string Inlined =
        "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]";

    // The room for text is written before it is read.
    public static string Uncleared(TrampolinePlan plan) => plan.HasScratch ? "[global::System.Runtime.CompilerServices.SkipLocalsInit]" : "";

    public static string Render(TrampolinePlan plan, LookUp lookUp) => Code.Of($$"""
        {{DocumentationTemplate.Render(plan)}}
        {{InliningOf(plan)}}
        {{Uncleared(plan)}}
        {{plan.Modifiers}} {{plan.Return.Type}} {{plan.Name}}({{Declarations(plan)}})
        {
            {{BodyTemplate.Render(plan, lookUp)}}
        }
        """);

    public static string InliningOf(TrampolinePlan plan) => plan.IsSmall ? Inlined : "";

    public static string Declarations(TrampolinePlan plan) => string.Join(", ", plan.Parameters.Select(static parameter => parameter.Declaration));
}
