using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>Where a static library's functions get their addresses: static fields, filled at first use.</summary>
internal static class StaticBindingTemplate
{
    public static LookUp RenderLookUp(LibraryPlan plan, TrampolinePlan function) => new(
        Code.Of($$"""
            {{SymbolLookUp.RenderAll(plan.SymbolsType, function)}}
            """),
        KeepAlive: "");

    public static string RenderAvailability(LibraryPlan plan, TrampolinePlan function) => Code.Of($$"""
        /// <summary>Whether the library has the symbol <c>{{Literal.InXml(function.EntryPoint)}}</c>.</summary>
        public static bool {{function.Availability}} => {{plan.SymbolsType}}.{{function.Slot}} != 0 || {{plan.SymbolsType}}.Library.Binding.TryBind(ref {{plan.SymbolsType}}.{{function.Slot}}, {{SlotTemplate.Symbol(function.EntryPoint, function.IsVariadic)}});
        """);

    public static string RenderSymbols(LibraryPlan plan) => Code.Of($$"""
        /// <summary>The addresses of the library's symbols; 0 until {{FirstUse(plan)}}.</summary>
        private static class {{plan.SymbolsType}}
        {
            {{plan.Slots.Select(static slot => $"internal static nint {slot.Name};")}}

            internal static nint Bind(ref nint slot, string symbol{{(HasVariadics(plan) ? ", bool isVariadic = false" : "")}})
            {
                {{(plan.IsEager ? BindAll(plan) : "")}}

                return Library.Binding.Bind(ref slot, symbol{{(HasVariadics(plan) ? ", isVariadic" : "")}});
            }

            internal static class Library
            {
                internal static readonly global::Ffi.CompilerServices.LibraryBinding Binding = new({{LibraryArguments(plan)}});
            }
        }
        """);

    private static bool HasVariadics(LibraryPlan plan) => plan.Slots.Any(static slot => slot.IsVariadic);

    private static string FirstUse(LibraryPlan plan) => plan.IsEager ? "any of them is first used" : "each is first used";

    private static string BindAll(LibraryPlan plan) => Code.Of($$"""
        var all = Library.Binding.BindAll();
        {{plan.Slots.Select(static slot => SlotTemplate.BindInto("all", slot))}}
        all.Complete();
        """);

    private static string LibraryArguments(LibraryPlan plan)
    {
        List<string> arguments = [$"typeof({plan.TypeName})", Literal.Of(plan.LibraryName!.Name)];
        AddNamed(arguments, "linux", plan.LibraryName.Linux);
        AddNamed(arguments, "macOS", plan.LibraryName.MacOS);
        AddNamed(arguments, "windows", plan.LibraryName.Windows);
        if (plan.SearchPath is { } path)
        {
            arguments.Add($"searchPath: (global::System.Runtime.InteropServices.DllImportSearchPath){path}");
        }

        return string.Join(", ", arguments);
    }

    private static void AddNamed(List<string> arguments, string parameter, string? value)
    {
        if (value is not null)
        {
            arguments.Add($"{parameter}: {Literal.Of(value)}");
        }
    }
}
