using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>Undoes what custom marshallers did, in reverse, however the body ends.</summary>
internal static class ReleaseTemplate
{
    public static string Around(TrampolinePlan plan, string body)
    {
        string[] releases = [.. plan.Marshalled.Reverse().Select(value => Render(plan, value)).Where(static release => release.Length > 0)];
        return releases.Length == 0 ? body : Code.Of($$"""
            {{(NeedsNote(plan) ? $"bool {plan.Locals.Returned} = false;" : "")}}
            try
            {
                {{body}}
            }
            finally
            {
                {{releases}}
            }
            """);
    }

    /// <summary>Says that the call has returned, where what it made is to be freed.</summary>
    public static string NoteReturn(TrampolinePlan plan) => NeedsNote(plan) ? $"{plan.Locals.Returned} = true;" : "";

    private static bool NeedsNote(TrampolinePlan plan) => plan.Marshalled.Any(static value => value.IsFreedAfterCall);

    private static string Render(TrampolinePlan plan, MarshalledValue value)
    {
        string release = value.NeedsRelease ? MarshalledShape.Release(value) : "";
        return !value.IsFreedAfterCall ? release : Code.Of($$"""
            if ({{plan.Locals.Returned}})
            {
                {{release}}
            }
            """);
    }
}
