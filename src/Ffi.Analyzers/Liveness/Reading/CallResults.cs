using Ffi.Analyzers.Liveness.Flow;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>What the families' tables have in common.</summary>
internal static class CallResults
{
    /// <summary>bool TryX(…, out T result): on success the variable holds the value; both answers are followed.</summary>
    public static Value Out(Call call, Value value, Moment moment)
    {
        foreach (CallArgument argument in call.Arguments.Where(static a => a.Parameter?.RefKind == RefKind.Out && a.Variable is not null))
        {
            References.Write(argument.Variable!, value, call.Syntax, moment);
        }

        return Value.Unknown.With(Value.NotNull);
    }

    /// <summary>A call that only does something.</summary>
    public static Func<Call, Moment, Value?> Doing(Action<Call, Moment> effect) => (call, moment) =>
    {
        effect(call, moment);
        return Value.Unknown;
    };
}
