using Ffi.Bindgen.Inference;
using Ffi.Bindgen.Recipes;
using Ffi.Bindgen.Planning.Names;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Planning.Crossings;

/// <summary>Functions that C calls.</summary>
internal static class CallbackCrossings
{
    public static Crossing? Passed(ParameterSite site)
    {
        if (site.Target is not FunctionType function)
        {
            return null;
        }

        // Run when the library likes, also from a constant such as -1; what is passed is an address that stays.
        bool isDestructor = function.Parameters.Count == 1 && site.Function.Parameters.Count > 1
            && site.Types.Index.Resolve(function.Result, site.Platform) is PrimitiveType { Primitive: Primitive.Void }
            && (site.Parameter.Name is null || Verbs.Destroys(Words.Of(site.Parameter.Name)) || Verbs.Destroys(Words.Of(TypedefName(site) ?? "")));
        string place = $"{site.Function.Name}_{site.Parameter.Name ?? "callback"}";
        string? callback = site.Choice?.Enum ?? (isDestructor ? null : site.Types.Delegates.Find(site.Parameter.Type, site.Platforms, place)?.Name);
        if (callback is null)
        {
            return Crossing.Address;
        }

        bool isCalled = site.Choice?.Form switch
        {
            Form.Called => true,
            Form.Kept => false,
            _ => Verbs.Loops(site.Evidence.NameWords),
        };
        string until = site.Choice?.Until is { } end ? $"(Until = \"{end}\")" : "";
        return isCalled ? new Crossing($"{callback}?") : new Crossing($"NativeCallback<{callback}>?", $"[Retained{until}] ");
    }

    private static string? TypedefName(ParameterSite site) => site.Type is NamedType { Name: var name } ? name : null;
}
