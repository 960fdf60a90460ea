using System.Text.RegularExpressions;
using Ffi.Bindgen.Planning;

namespace Ffi.Bind.Tests.Lifetimes;

/// <summary>What a binding says of how long something lives. A fact is a line: the C function, the number of the parameter or
/// <c>return</c>, and what is so.</summary>
internal static partial class LifetimeFacts
{
    /// <summary>The facts of a binding, in its order.</summary>
    public static IEnumerable<string> Of(BindingPlan plan)
    {
        HashSet<string> handles = [.. plan.Handles.Select(static handle => handle.Name)];
        HashSet<string> delegates = [.. plan.Delegates.Select(static callback => callback.Name)];
        foreach (FunctionPlan function in plan.Functions.DistinctBy(static function => function.CName))
        {
            if (handles.Contains(function.Result))
            {
                yield return $"{function.CName} return owned";
            }

            foreach (
                string attribute in function.Head.Attributes.Where(static attribute =>
                    attribute.StartsWith("[return: FreedWith", StringComparison.Ordinal)))
            {
                yield return $"{function.CName} return freed-with {attribute.Split('"')[1]}";
            }

            bool isRelease = plan.Handles.Any(handle => handle.FreedBy == function.CName);
            for (int index = 0; index < function.Parameters.Count; index++)
            {
                ParameterPlan parameter = function.Parameters[index];
                string place = $"{function.CName} {index + 1}";
                if (parameter.Type.StartsWith("out ", StringComparison.Ordinal) && handles.Contains(parameter.Type[4..]))
                {
                    yield return $"{place} owned";
                }

                if (isRelease || parameter.Attributes.Contains("[Frees]", StringComparison.Ordinal))
                {
                    yield return $"{place} frees";
                }

                if (parameter.Attributes.Contains("[Retained", StringComparison.Ordinal))
                {
                    yield return Until().Match(parameter.Attributes) is { Success: true } until
                        ? $"{place} retained until {until.Groups[1].Value}"
                        : $"{place} retained";
                }

                if (delegates.Contains(parameter.Type.TrimEnd('?')))
                {
                    yield return $"{place} called";
                }
            }
        }
    }

    [GeneratedRegex("Until = \"(.*?)\"")]
    private static partial Regex Until();
}
