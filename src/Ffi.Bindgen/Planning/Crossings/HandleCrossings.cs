using Ffi.Bindgen.Recipes;

namespace Ffi.Bindgen.Planning.Crossings;

/// <summary>Objects that have an owner.</summary>
internal static class HandleCrossings
{
    /// <summary>The address that a handle's own release hands over.</summary>
    public static Crossing? Released(ParameterSite site)
    {
        if (site.Object is not { } found || site.Types.FindHandle(found.Key) is not { } handle || handle.FreedBy != site.Function.Name)
        {
            return null;
        }

        return found.Depth == 2 ? new Crossing("ref nint") : Crossing.Address with { Attributes = "[Frees] " };
    }

    /// <summary>A handle.</summary>
    public static Crossing? Passed(ParameterSite site)
    {
        if (site.Object is not { Depth: 1 } found || site.Types.FindHandle(found.Key) is not { } handle)
        {
            return null;
        }

        bool frees = site.Choice?.Frees == true || (found is { IsConst: false } && site.Evidence.Pairs.Frees(site.Function.Name));
        site.Types.UsedHandles.Add(handle.CName);
        return new Crossing(handle.Name, frees ? "[Frees] " : "");
    }

    /// <summary>A place that receives a handle.</summary>
    public static Crossing? Filled(ParameterSite site)
    {
        if (site.Object is not { Depth: 2 } found || site.Types.FindHandle(found.Key) is not { } handle)
        {
            return null;
        }

        string? why = site.Choice?.Form == Form.Owned ? "the recipe says so" : site.Evidence.Pairs.WhyFilled(site.Function, site.Parameter);
        if (why is not null)
        {
            site.Types.UsedHandles.Add(handle.CName);
        }

        return why is null
            ? null
            : new Crossing($"out {handle.Name}")
            {
                Remark = $"{site.Parameter.Name ?? handle.Name} is owned: {why}, and {handle.FreedBy} frees it.",
            };
    }
}
