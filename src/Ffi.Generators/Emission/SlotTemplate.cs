using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>How the generated code names a symbol when it looks it up.</summary>
internal static class SlotTemplate
{
    /// <summary>One symbol's part in eager binding.</summary>
    public static string BindInto(string binder, SlotPlan slot) =>
        $"{binder}.{(slot.IsOptional ? "BindOptional" : "Bind")}(ref {slot.Name}, {Symbol(slot.EntryPoint, slot.IsVariadic)});";

    /// <summary>The arguments that name a symbol to the runtime.</summary>
    public static string Symbol(string entryPoint, bool isVariadic) => Literal.Of(entryPoint) + (isVariadic ? ", isVariadic: true" : "");
}
