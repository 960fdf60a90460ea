using Ffi.Bindgen.Planning.Names;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Planning;

/// <summary>Plans variables that a library exports.</summary>
internal sealed class VariablePlanner(TypeCatalog types, NameScope scope, Prefixes prefixes)
{
    public VariablePlan? Plan(CVariable variable, List<Unbound> unbound)
    {
        Platform[] platforms = [.. variable.Platforms.Intersect(types.Platforms)];
        CType first = types.Index.Resolve(variable.Type.First, platforms[0]);
        bool isArray = first is ArrayType;
        List<(Platform, Value)> values = [];
        foreach (Platform platform in platforms)
        {
            CType type = types.Index.Resolve(variable.Type.On(platform), platform);
            CType element = type is ArrayType array ? array.Element : type;
            if (types.Values.InMemory(element, platform) is not { } value)
            {
                unbound.Add(new Unbound(variable.Name, $"its type is {types.Values.WhyNot(element, platform)}"));
                return null;
            }

            values.Add((platform, value.IsPointer ? new Value("nint", ValueKind.Address, 8, 8) : value));
        }

        if (ValueUnion.Of(values) is not { } joined)
        {
            unbound.Add(new Unbound(variable.Name, "it has other types on other platforms"));
            return null;
        }

        bool isReference = isArray || joined.Kind == ValueKind.Record;
        string type2 = !isReference ? joined.Type : variable.IsConst ? $"ref readonly {joined.Type}" : $"ref {joined.Type}";
        string name = scope.Take(CSharpName.Pascal(prefixes.Strip(variable.Name)), CSharpName.AsInC(variable.Name));
        string symbol = variable.Symbol?.First ?? variable.Name;
        string what = isArray ? ": the first element." : "";
        return new VariablePlan(
            name,
            Heads.Of(
                variable.Documentation,
                $"<c>{Xml.Escape(variable.Name)}</c>{what}",
                [.. SupportedPlatforms.Attributes(variable.Platforms, types.Platforms)]),
            type2,
            isReference || variable.IsConst ? "get;" : "get; set;",
            $"\"{symbol}\"");
    }
}
