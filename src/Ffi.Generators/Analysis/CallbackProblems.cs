using Ffi.Generators.Model;
using Ffi.Generators.Planning;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Analysis;

/// <summary>What keeps the <c>[NativeCallback]</c> methods of a type from being called, and where it stands. Reads and plans as the
/// generator does.</summary>
internal static class CallbackProblems
{
    public static IEnumerable<(Problem Problem, Location Location)> Find(
        INamedTypeSymbol type,
        Compilation compilation,
        CancellationToken cancellation)
    {
        (IMethodSymbol Method, AttributeData Attribute)[] methods = [.. CallbackTypeReader.MethodsOf(type)];
        if (methods.Length == 0)
        {
            yield break;
        }

        CallbackTypeModel model = CallbackTypeReader.Read(type, compilation, cancellation);
        for (int index = 0; index < methods.Length; index++)
        {
            if (CallbackTypePlanner.Plan(model.Methods[index], model).Problem is { } problem)
            {
                yield return (problem, ProblemLocation.Of(problem.Site, methods[index].Method, methods[index].Attribute));
            }
        }
    }
}
