using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>A body: prepare, pin, call, finish, in that order.</summary>
internal static class BodyTemplate
{
    public static string Render(TrampolinePlan plan, LookUp lookUp)
    {
        string[] pins = [.. plan.Parameters.Select(Shape.Pin).Where(static pin => pin.Length > 0)];
        string call = CallTemplate.Render(plan, lookUp.KeepAlive, plan.Parameters.Select(Shape.Finish));
        return Code.Of($$"""
            {{lookUp.Statements}}

            {{plan.Parameters.Select(Shape.Prepare).Append(ReturnShape.Prepare(plan.Return))}}

            {{(pins.Length == 0 ? call : Pinned(pins, call))}}
            """);
    }

    private static string Pinned(string[] pins, string call) => Code.Of($$"""
        {{pins}}
        {
            {{call}}
        }
        """);
}
