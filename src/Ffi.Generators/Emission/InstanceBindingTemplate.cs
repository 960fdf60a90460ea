using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>Where an instance library's functions get their addresses: a table of its own, which its module can retire.</summary>
internal static class InstanceBindingTemplate
{
    public static string RenderConstructor(LibraryPlan plan) => Code.Of($$"""
        private readonly {{plan.SymbolsType}} {{plan.SymbolsField}};

        /// <summary>Binds the functions to the symbols of a module or loader{{(plan.IsEager ? "" : ", each at its first call")}}.</summary>
        /// <param name="symbols">Where the addresses come from.</param>
        public {{plan.TypeName}}(global::Ffi.INativeSymbolSource symbols)
        {
            {{plan.SymbolsField}} = new {{plan.SymbolsType}}(symbols);
        }
        """);

    public static LookUp RenderLookUp(LibraryPlan plan, TrampolinePlan function) => new(
        Code.Of($$"""
            {{plan.SymbolsType}} {{function.Locals.Symbols}} = {{Table(plan)}};
            object? {{function.Locals.Lease}} = {{function.Locals.Symbols}}.Lease;
            {{SymbolLookUp.RenderAll(function.Locals.Symbols, function)}}
            """),
        KeepAlive: $"global::System.GC.KeepAlive({function.Locals.Lease});");

    public static string RenderAvailability(LibraryPlan plan, TrampolinePlan function) => Code.Of($$"""
        /// <summary>Whether there is a symbol <c>{{Literal.InXml(function.EntryPoint)}}</c>.</summary>
        public bool {{function.Availability}} => {{Table(plan)}}.TryBind(ref {{Table(plan)}}.{{function.Slot}}, {{SlotTemplate.Symbol(function.EntryPoint, function.IsVariadic)}});
        """);

    public static string RenderSymbols(LibraryPlan plan) => Code.Of($$"""
        /// <summary>The addresses of the symbols; 0 {{(plan.IsEager ? "where there is none" : "until each is first used")}}, and again once their module is unloaded.</summary>
        private sealed class {{plan.SymbolsType}} : global::Ffi.CompilerServices.SymbolTable
        {
            {{plan.Slots.Select(static slot => $"internal nint {slot.Name};")}}

            internal {{plan.SymbolsType}}(global::Ffi.INativeSymbolSource source)
                : base(source)
            {
                {{(plan.IsEager ? BindAll(plan) : "")}}
            }

            protected override void Retire()
            {
                {{plan.Slots.Select(static slot => $"{slot.Name} = 0;")}}
            }
        }
        """);

    // A struct can exist without its constructor having run, and then has no table.
    private static string Table(LibraryPlan plan) =>
        plan.IsStruct ? $"({plan.SymbolsField} ?? throw global::Ffi.CompilerServices.SymbolTable.Unbound(typeof({plan.TypeName})))" : plan.SymbolsField;

    private static string BindAll(LibraryPlan plan) => Code.Of($$"""
        var all = BindAll();
        {{plan.Slots.Select(static slot => SlotTemplate.BindInto("all", slot))}}
        all.Complete();
        """);
}
