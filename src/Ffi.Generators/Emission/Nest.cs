using Ffi.Generators.Model;
using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>The namespace and the types around generated members.</summary>
internal static class Nest
{
    public static string Around(LibraryPlan plan, string members) => Around(plan.Namespace, plan.Types, members);

    public static string Around(string @namespace, EquatableArray<string> types, string members)
    {
        string text = InType("unsafe " + types[types.Count - 1], members);
        for (int index = types.Count - 2; index >= 0; index--)
        {
            text = InType(types[index], text);
        }

        return @namespace.Length == 0 ? text : InNamespace(@namespace, text);
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
