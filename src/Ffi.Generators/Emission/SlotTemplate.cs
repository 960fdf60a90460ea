using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>One symbol's part in eager binding.</summary>
internal static class SlotTemplate
{
    public static string BindInto(string binder, SlotPlan slot) =>
        $"{binder}.{(slot.IsOptional ? "BindOptional" : "Bind")}(ref {slot.Name}, {Literal.Of(slot.EntryPoint)});";
}
