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
            && (
                site.Parameter.Name is null
                || Verbs.Destroys(Words.Of(site.Parameter.Name))
                || Verbs.Destroys(Words.Of(TypedefName(site) ?? "")));
        string place = $"{site.Function.Name}_{site.Parameter.Name ?? "callback"}";
        string? callback =
            site.Choice?.Enum ?? (isDestructor ? null : site.Types.Delegates.Find(site.Parameter.Type, site.Platforms, place)?.Name);
        if (callback is null)
        {
            return Crossing.Address;
        }

        Fact<CallbackUse>? found = CallbackUses.Find(site.Function, site.Parameter, site.Evidence.Comment, site.Types.Index);
        CallbackUse? use = site.Choice switch
        {
            { Form: Form.Called } => CallbackUse.Called,
            { Form: Form.Kept } or { IsRetained: true } => CallbackUse.Kept,
            _ => found?.Value,
        };
        string? until = site.Choice?.Until ?? CallbackUses.EndOf(site.Function.Name, name => site.Types.Index.FunctionsOf(name).Any());
        return use switch
        {
            CallbackUse.Called => new Crossing($"{callback}?"),
            CallbackUse.Kept => new Crossing(
                $"NativeCallback<{callback}>?",
                until is null ? "[Retained] " : $"[Retained(Until = \"{until}\")] "),
            // Whether it is kept or not, this is right; nothing is said.
            _ => new Crossing($"NativeCallback<{callback}>?"),
        };
    }

    private static string? TypedefName(ParameterSite site) => site.Type is NamedType { Name: var name } ? name : null;
}
