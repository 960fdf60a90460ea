using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>The namespace and the types around generated members.</summary>
internal static class Nest
{
    public static string Around(LibraryPlan plan, string members)
    {
        string text = InType("unsafe " + plan.Types[plan.Types.Count - 1], members);
        for (int index = plan.Types.Count - 2; index >= 0; index--)
        {
            text = InType(plan.Types[index], text);
        }

        return plan.Namespace.Length == 0 ? text : InNamespace(plan.Namespace, text);
    }

    private static string InNamespace(string name, string text) => Code.Of($$"""
        namespace {{name}};

        {{text}}
        """);

    private static string InType(string declaration, string text) => Code.Of($$"""
        {{declaration}}
        {
            {{text}}
        }
        """);
}
