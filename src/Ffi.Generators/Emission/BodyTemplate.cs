using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>A body: look up, prepare, marshal, pin, call, keep the error, unmarshal, release, in that order.</summary>
internal static class BodyTemplate
{
    public static string Render(TrampolinePlan plan, LookUp lookUp)
    {
        string[] pins = [.. plan.Parameters.Select(Shape.Pin).Where(static pin => pin.Length > 0)];
        string call = Code.Of($$"""
            {{plan.Marshalled.Select(MarshalledShape.MarshalPinned).Concat(plan.Parameters.OfType<PinnedParameter>().Select(PinnedShape.Hold))}}
            {{CallTemplate.Render(plan, lookUp.KeepAlive, plan.Parameters.OrderBy(FinishOrder).Select(Shape.Finish))}}
            """);
        string body = Code.Of($$"""
            {{plan.Marshalled.Select(MarshalledShape.Marshal)}}

            {{(pins.Length == 0 ? call : Pinned(pins, call))}}
            """);
        return Code.Of($$"""
            {{lookUp.Statements}}

            {{ErrorTemplate.RenderScope(plan.Error)}}

            {{plan.Parameters.Select(Shape.Prepare).Append(ReturnShape.Prepare(plan.Return))}}

            {{ReleaseTemplate.Around(plan, body)}}
            """);
    }

    // What native code handed out gets its owner, and what it freed loses him, before anything can throw; how many elements came back may be told by another parameter.
    private static int FinishOrder(ParameterPlan parameter) => parameter switch
    {
        NewHandleParameter or ExchangedHandleParameter or HandleParameter { IsFreed: true } => 0,
        MarshalledParameter { Value.Marshaller.Elements: not null } => 2,
        _ => 1,
    };

    private static string Pinned(string[] pins, string call) => Code.Of($$"""
        {{pins}}
        {
            {{call}}
        }
        """);
}
