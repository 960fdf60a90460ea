using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Which calling conventions a function may name.</summary>
internal static class ConventionRules
{
    // C# has these after `CallConv`; the runtime takes no others from a function pointer.
    private static readonly HashSet<string> s_conventions = ["Cdecl", "Stdcall", "Thiscall", "Fastcall", "MemberFunction", "SuppressGCTransition"];

    public static IEnumerable<Problem> FindProblems(FunctionModel function)
    {
        string? convention = null;
        for (int index = 0; index < function.Options.CallingConventions.Count; index++)
        {
            string name = function.Options.CallingConventions[index];
            ProblemSite site = ProblemSite.CallingConvention(index);
            if (!s_conventions.Contains(name))
            {
                yield return Problem.Of(ProblemId.CallingConventionUnknown, site, function.Name, $"'{name}' is none that the runtime can call");
            }
            else if (name is "MemberFunction" or "SuppressGCTransition")
            {
                continue;
            }
            else if (convention is not null)
            {
                yield return Problem.Of(ProblemId.CallingConventionUnknown, site, function.Name, $"'{name}' comes after '{convention}'");
            }
            else
            {
                convention = name;
            }
        }
    }
}
