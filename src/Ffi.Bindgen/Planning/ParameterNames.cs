using Ffi.Bindgen.Planning.Names;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Planning;

/// <summary>Names of parameters: C's, so that its documentation fits; or what the type suggests.</summary>
internal static class ParameterNames
{
    public static string[] Of(IReadOnlyList<(string? Name, CType Type)> parameters, TypeCatalog types, Platform platform)
    {
        NameScope scope = new(parameters.Select(static parameter => parameter.Name).OfType<string>());
        HashSet<string> used = new(StringComparer.Ordinal);
        string[] names = new string[parameters.Count];
        for (int index = 0; index < names.Length; index++)
        {
            (string? name, CType type) = parameters[index];
            names[index] = CSharpName.Escape(
                name is not null && used.Add(name) ? CSharpName.AsInC(name) : scope.Take(Suggest(type, types, platform)));
        }

        return names;
    }

    private static string Suggest(CType type, TypeCatalog types, Platform platform)
    {
        if (types.ObjectBehind(type, platform) is { } found)
        {
            return CSharpName.Camel(types.TypeNames.BareOf(found.Key));
        }

        return types.Index.Resolve(type, platform) switch
        {
            PointerType { Target: var target } => types.Index.Resolve(target, platform) switch
            {
                FunctionType => "callback",
                PrimitiveType { Primitive: Primitive.Char } => "text",
                PrimitiveType { Primitive: Primitive.Void } => "data",
                _ => "pointer",
            },
            PrimitiveType { Primitive: Primitive.SizeT } => "size",
            _ => "value",
        };
    }
}
