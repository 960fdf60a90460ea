using System.Text.RegularExpressions;
using Ffi.Bindgen.Inference;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Planning.Crossings;

/// <summary>Text, buffers, structs and numbers behind pointers.</summary>
internal static partial class MemoryCrossings
{
    /// <summary>What the library's own <c>free</c> takes.</summary>
    public static Crossing? Freed(ParameterSite site) =>
        site.Target is PrimitiveType { Primitive: Primitive.Void } && Allocations.Frees(site.Function, site.Types.Index)
            ? Crossing.Address with
            {
                Attributes = "[Frees] ",
            }
            : null;

    /// <summary>Bytes whose length another parameter tells.</summary>
    public static Crossing? Bytes(ParameterSite site) =>
        site.HasLength && (site.IsText || site.Target is PrimitiveType { Primitive: Primitive.Void }) ? Span(site, "byte") : null;

    /// <summary>NUL-terminated text.</summary>
    public static Crossing? Text(ParameterSite site)
    {
        if (site.Pointer is not { IsConst: true })
        {
            return null;
        }

        string type = site.Evidence.AllowsNull(site.Index) ? "string?" : "string";
        return site.IsText ? new Crossing(type)
            : site.Target is PrimitiveType { Primitive: Primitive.WCharT } && !site.HasLength
                ? new Crossing(type, "[MarshalUsing(typeof(WideStringMarshaller))] ")
            : null;
    }

    /// <summary>A struct that C# can say.</summary>
    public static Crossing? Structure(ParameterSite site)
    {
        if (site.Record is not { } record)
        {
            return null;
        }

        site.Types.Want(record);
        string name = site.Types.NameOf(record);
        if (site.HasCount)
        {
            return Span(site, name);
        }

        if (site.Object!.IsConst)
        {
            return new Crossing(site.Evidence.AllowsNull(site.Index) ? $"ReadOnlySpan<{name}>" : $"in {name}");
        }

        Fact<Direction>? direction = site.Evidence.DirectionOf(site.Index);
        bool allowsNull = site.Evidence.AllowsNull(site.Index);
        return direction?.Value switch
        {
            Direction.Out when !allowsNull => new Crossing($"out {name}")
            {
                Remark = $"{site.Parameter.Name} is written: {direction.Reason}.",
            },
            Direction.InOut when !allowsNull => new Crossing($"ref {name}")
            {
                Remark = $"{site.Parameter.Name} is read and written: {direction.Reason}.",
            },
            Direction.In when !allowsNull => new Crossing($"in {name}") { Remark = $"{site.Parameter.Name} is read: {direction.Reason}." },
            _ when site.Parameter.Name is "out" && !allowsNull && !HasPointer(record, site) => new Crossing($"out {name}")
            {
                Remark = "out is written: its name says so, and it has no pointers.",
            },
            _ => new Crossing(name + "*") { IsPointer = true },
        };
    }

    /// <summary>Something that only the library knows, and that is never freed.</summary>
    public static Crossing? Reference(ParameterSite site)
    {
        if (site.Object is not { } found || (site.Types.FindHandle(found.Key) is not null && found.Depth == 1))
        {
            return null;
        }

        bool isShown = site.Types.RecordOf(found.Key, site.Platform) is not null;
        string name = site.Types.FindHandle(found.Key) is not null || isShown ? "nint" : site.Types.ReferenceTo(found.Key).Name;
        return found.Depth == 1 ? new Crossing(name) : new Crossing(found.IsArray ? $"ReadOnlySpan<{name}>" : $"Span<{name}>");
    }

    /// <summary>Numbers: one or several, read or written. A span says no more than C does.</summary>
    public static Crossing? Numbers(ParameterSite site)
    {
        if (
            site.Pointer is not { } pointer
            || site.Object is not null
            || site.Types.Values.Target(pointer.Target, site.Platform) is not { } element)
        {
            return null;
        }

        if (site.Target is PrimitiveType { Primitive: Primitive.WCharT } or ComplexType { Part: Primitive.LongDouble })
        {
            return Crossing.Address;
        }

        string type =
            site.Target is PrimitiveType { Primitive: Primitive.Bool } ? "bool"
            : element.IsPointer ? "nint"
            : element.Type;
        bool isOne =
            !pointer.IsConst
            && !site.HasLength
            && element.Kind is ValueKind.Integer or ValueKind.Floating or ValueKind.Enum
            && element.Size > 1
            && site.Target is not ArrayType
            && !site.Evidence.AllowsNull(site.Index)
            && !Several().IsMatch(site.Evidence.SaidOf(site.Index));
        return isOne && site.Evidence.DirectionOf(site.Index) is { Value: Direction.Out } fact
            ? new Crossing($"out {type}") { Remark = $"{site.Parameter.Name} is written: {fact.Reason}." }
            : Span(site, type);
    }

    /// <summary>An address of what the header doesn't say.</summary>
    public static Crossing? Address(ParameterSite site) => site.Pointer is null ? null : Crossing.Address;

    private static Crossing Span(ParameterSite site, string element) =>
        new(site.Pointer!.IsConst ? $"ReadOnlySpan<{element}>" : $"Span<{element}>");

    private static bool HasPointer(CRecord record, ParameterSite site) =>
        record.Fields.Any(field => HasPointer(field.Type.On(site.Platform), site));

    private static bool HasPointer(CType type, ParameterSite site) => site.Types.Index.Resolve(type, site.Platform) switch
    {
        PointerType => true,
        ArrayType array => HasPointer(array.Element, site),
        NamedType { Name: var name } => site.Types.Index.FindType(name, site.Platform) is CRecord inner && HasPointer(inner, site),
        _ => false,
    };

    [GeneratedRegex(@"\b(arrays?|buffers?|lists?|vectors?|elements|values|items|entries|matrix|at least)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Several();
}
