using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>The call itself, and what becomes of its result.</summary>
internal static class CallTemplate
{
    public static string Render(TrampolinePlan plan, IEnumerable<string> afterwards)
    {
        string[] rest = [.. afterwards.Where(static line => line.Length > 0)];
        return (plan.Return, rest.Length) switch
        {
            (VoidReturn, _) => Code.Of($$"""
                {{Expression(plan)}};
                {{rest}}
                """),
            (_, 0) => $"return {ReturnShape.Convert(plan.Return, Expression(plan))};",
            _ => Code.Of($$"""
                {{plan.Return.NativeType}} {{plan.Locals.Result}} = {{Expression(plan)}};
                {{rest}}
                return {{ReturnShape.Convert(plan.Return, plan.Locals.Result)}};
                """),
        };
    }

    private static string Expression(TrampolinePlan plan)
    {
        ParameterPlan[] passed = [.. plan.Parameters.Where(static parameter => parameter.NativeType.Length > 0)];
        string types = string.Join(", ", passed.Select(static parameter => parameter.NativeType).Append(plan.Return.NativeType));
        return $"((delegate* unmanaged{plan.Convention}<{types}>){plan.Locals.Function})({string.Join(", ", passed.Select(Shape.Argument))})";
    }
}
