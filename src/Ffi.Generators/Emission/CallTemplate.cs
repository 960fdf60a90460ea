using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>The call itself, and what becomes of its result.</summary>
internal static class CallTemplate
{
    public static string Render(TrampolinePlan plan, string keepAlive, IEnumerable<string> afterwards)
    {
        // What the library is to free is freed, whatever the rest does; and the module is needed for that.
        string[] later = plan.Free is null ? [] : [.. afterwards.Where(static line => line.Length > 0)];
        string[] rest =
        [
            .. new[] { ErrorTemplate.RenderRead(plan.Error), ReturnShape.Finish(plan.Return, plan.Locals.Result), ReleaseTemplate.NoteReturn(plan) }
                .Concat(plan.Free is null ? [keepAlive, .. afterwards] : [])
                .Where(static line => line.Length > 0),
        ];
        return (plan.Return, rest.Length) switch
        {
            (VoidReturn, _) => Code.Of($$"""
                {{ErrorTemplate.RenderClear(plan.Error)}}
                {{Statement(plan)}}
                {{rest}}
                """),
            (_, 0) when ReturnShape.IsExpression(plan.Return) && !VariadicCallTemplate.Needs(plan) => $"return {ReturnShape.Convert(plan.Return, Expression(plan))};",
            _ => Code.Of($$"""
                {{ErrorTemplate.RenderClear(plan.Error)}}
                {{plan.Return.NativeType}} {{plan.Locals.Result}} = {{Value(plan)}};
                {{rest}}
                {{ReturnShape.Return(plan.Return, plan.Locals.Result, later, keepAlive)}}
                """),
        };
    }

    private static string Statement(TrampolinePlan plan) =>
        VariadicCallTemplate.Needs(plan) ? VariadicCallTemplate.Statement(plan) : $"{Expression(plan)};";

    private static string Value(TrampolinePlan plan) => VariadicCallTemplate.Needs(plan) ? VariadicCallTemplate.Value(plan) : Expression(plan);

    /// <summary>The typed call of the symbol's address.</summary>
    public static string Expression(TrampolinePlan plan)
    {
        ParameterPlan[] passed = [.. plan.Parameters.Where(static parameter => parameter.NativeType.Length > 0)];
        string types = string.Join(", ", passed.Select(static parameter => parameter.NativeType).Append(plan.Return.NativeType));
        return $"((delegate* unmanaged{plan.Convention}<{types}>){plan.Locals.Function})({string.Join(", ", passed.Select(Shape.Argument))})";
    }
}
