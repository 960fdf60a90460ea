using System.Globalization;
using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Decides what the class does that converts a struct or object.</summary>
internal static class CounterpartPlanner
{
    public static CounterpartPlan Plan(CounterpartFileModel file)
    {
        CounterpartLayoutModel layout = file.Layout;
        return new CounterpartPlan(
            layout.ClassName,
            file.Namespace,
            layout.Counterpart,
            layout.IsExplicit ? "Explicit" : "Sequential",
            Number(layout.Pack),
            Number(layout.Size),
            layout.Fields.Select(field => Plan(field, layout.Counterpart.IsClass)).ToEquatableArray(),
            layout
                .Fields.Select(static field => field.Callback is { } callback ? CallbackPlanner.TryPlan(callback, out _) : null)
                .OfType<CallbackPlan>()
                .Distinct()
                .ToEquatableArray(),
            file.Surroundings);
    }

    private static FieldPlan Plan(FieldModel field, bool isClass)
    {
        string? accessor = field.Accessor is null ? null : field.Name + "Of";
        string name = Identifier.Escape(field.Name);
        FieldPlan plan = new(
            name,
            field.Name,
            field.Type,
            field.Owner,
            field.Shape,
            field.NativeType,
            field.NativeType,
            field.Element,
            field.Count,
            field.Offset?.ToString(CultureInfo.InvariantCulture),
            accessor,
            field.Accessor ?? "",
            accessor is null ? "managed." + name
                : isClass ? $"{accessor}(managed)"
                : $"{accessor}(ref global::System.Runtime.CompilerServices.Unsafe.AsRef(in managed))",
            accessor is null ? "managed." + name
                : isClass ? $"{accessor}(managed)"
                : $"{accessor}(ref managed)",
            field.Counterpart?.Converter ?? "",
            field.Counterpart is { Lends: true },
            field.IsOneWay,
            field.LengthFrom is null ? null : Identifier.Escape(field.LengthFrom),
            field.Callback is null ? "" : CallbackPlanner.ClassNameOf(field.Callback));
        return plan.IsInside ? plan with { NativeType = field.Name + "Elements" } : plan;
    }

    private static string? Number(int value) => value == 0 ? null : value.ToString(CultureInfo.InvariantCulture);
}
