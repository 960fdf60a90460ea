using Ffi.Bindgen.Recipes;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Planning.Crossings;

/// <summary>What the recipe says.</summary>
internal static class ChosenCrossings
{
    /// <summary>C's own pointers, where the recipe asks for them.</summary>
    public static Crossing? Raw(ParameterSite site)
    {
        if (site.FunctionChoice?.IsRaw != true && site.Choice?.Form != Form.Pointer)
        {
            return null;
        }

        return site.Pointer is null ? null : Pointer(site);
    }

    /// <summary>A form that the recipe names.</summary>
    public static Crossing? Chosen(ParameterSite site)
    {
        if (site.Choice is not { } choice)
        {
            return null;
        }

        string attributes = LifetimeAttributes.Of(choice);
        if (choice.Type is { } type)
        {
            Use(site);
            return new Crossing(type, attributes) { IsPointer = type.EndsWith('*') };
        }

        if (choice.Enum is { } chosen && site.Target is not FunctionType)
        {
            string name = site.Types.UseEnum(chosen);
            return new Crossing(site.Pointer is null ? name : choice.Form is Form.Out ? $"out {name}" : $"Span<{name}>", attributes);
        }

        return choice.Form switch
        {
            Form.Address => Crossing.Address with { Attributes = attributes },
            Form.Text => new Crossing("string?", attributes),
            Form.In => Element(site) is { } element ? new Crossing($"in {element}", attributes) : null,
            Form.Out => Element(site) is { } element ? new Crossing($"out {element}", attributes) : null,
            Form.Ref => Element(site) is { } element ? new Crossing($"ref {element}", attributes) : null,
            Form.Span => new Crossing(
                site.Pointer is { IsConst: true } ? $"ReadOnlySpan<{Several(site)}>" : $"Span<{Several(site)}>",
                attributes),
            _ when choice.IsNulTerminated => new Crossing("ReadOnlySpan<byte>", attributes),
            _ when choice.IsRetained && site.Target is not FunctionType && site.Object is null => Pointer(site) with
            {
                Attributes = attributes,
            },
            _ => null,
        };
    }

    // A type of the user's own mostly speaks of the one that it replaces, as BorrowedHandle<Statement> does.
    private static void Use(ParameterSite site)
    {
        if (site.Object is { } found && site.Types.FindHandle(found.Key) is { } handle)
        {
            site.Types.UsedHandles.Add(handle.CName);
        }
        else if (site.Record is { } record)
        {
            site.Types.Want(record);
        }
    }

    private static Crossing Pointer(ParameterSite site)
    {
        if (site.Record is { } record)
        {
            site.Types.Want(record);
        }

        string? target = site.Record is { } known
            ? site.Types.NameOf(known)
            : site.Types.Values.Target(site.Pointer!.Target, site.Platform)?.Type;
        return target is null ? Crossing.Address : new Crossing(target + "*") { IsPointer = true };
    }

    // Memory without a type is bytes.
    private static string Several(ParameterSite site) =>
        site.Target is PrimitiveType { Primitive: Primitive.Void } ? "byte" : Element(site) ?? "byte";

    private static string? Element(ParameterSite site)
    {
        if (site.Record is { } record)
        {
            site.Types.Want(record);
            return site.Types.NameOf(record);
        }

        return site.Pointer is null ? null
            : site.Object is { Depth: 2 } found && site.Types.FindHandle(found.Key) is { } handle ? handle.Name
            : site.Types.Values.Target(site.Pointer.Target, site.Platform) is { IsPointer: false } target ? target.Type
            : "nint";
    }
}
