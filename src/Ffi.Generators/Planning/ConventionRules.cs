using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Which calling conventions a signature may name.</summary>
internal static class ConventionRules
{
    // C# has these after `CallConv`; the runtime takes no others from a function pointer. CoreCLR throws TypeLoadException for Fastcall.
    private static readonly HashSet<string> s_conventions = ["Cdecl", "Stdcall", "Thiscall", "MemberFunction", "SuppressGCTransition"];

    public static IEnumerable<Problem> FindProblems(FunctionModel function) =>
        FindObstacles(function)
            .Select(obstacle =>
                Problem.Of(
                    ProblemId.CallingConventionUnknown,
                    ProblemSite.CallingConvention(obstacle.Index),
                    function.Name,
                    obstacle.Reason));

    /// <summary>The conventions that don't work, and why.</summary>
    public static IEnumerable<(int Index, string Reason)> FindObstacles(FunctionModel signature)
    {
        string? convention = null;
        for (int index = 0; index < signature.Options.CallingConventions.Count; index++)
        {
            string name = signature.Options.CallingConventions[index];
            if (!s_conventions.Contains(name))
            {
                yield return (index, $"'{name}' is not one that the runtime can call");
            }
            else if (name is "MemberFunction" or "SuppressGCTransition")
            {
                continue;
            }
            else if (convention is not null)
            {
                yield return (index, $"'{name}' comes after '{convention}'");
            }
            else if (name == "Thiscall" && !HasObject(signature))
            {
                yield return (index, "'Thiscall' takes the object as its first parameter, which must be a pointer or an integer");
            }
            else
            {
                convention = name;
            }
        }
    }

    // CoreCLR refuses any other first parameter with InvalidProgramException at the first call of a Debug build.
    private static bool HasObject(FunctionModel signature) =>
        signature.Parameters.FirstOrDefault(static parameter => (parameter.Traits & ParameterTraits.LastError) == 0) is { } first
        && (
            first.Mode != PassingMode.Value
            || first.Type is not ({ Shape: TypeShape.BlittableStruct } or { Shape: TypeShape.Scalar, Name: "float" or "double" }));
}
