using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>The class of one delegate type's entry points.</summary>
internal static class CallbackTemplate
{
    // So many callbacks of a type are called without a marshalled thunk; each costs code in the user's assembly. See RATIONALE.
    private const int Entries = 8;

    private const string Services = "global::Ffi.CompilerServices";
    private const string Interop = "global::System.Runtime.InteropServices";

    public static string Render(CallbackPlan plan, string accessibility) => Code.Of($$"""
        /// <summary>What native code calls for {{Literal.InXml(plan.Description)}}: each entry point asks who is to answer, and lets no exception out.</summary>
        {{accessibility}} static unsafe class {{plan.ClassName}}
        {
            internal static readonly {{Services}}.CallbackPool<{{plan.DelegateType}}> Pool = new({{Literal.Of(plan.Description)}}, [{{Addresses(plan)}}], CreateThunk{{(plan.ContinuesAfterException ? ", continuesAfterException: true" : "")}});

            private static readonly {{Services}}.CallbackTarget<{{plan.DelegateType}}>[] s_targets = Pool.Targets;

            [global::System.ThreadStatic]
            private static {{Services}}.CallbackLender<{{plan.DelegateType}}>? t_lender;

            internal static {{Services}}.CallbackLender<{{plan.DelegateType}}> Lender => t_lender ??= new(Pool);

            {{string.Join("\n\n", Enumerable.Range(0, Entries).Select(index => Entry(plan, index)))}}

            private static {{Services}}.CallbackThunk CreateThunk({{Services}}.CallbackSlot<{{plan.DelegateType}}> {{plan.Signature.Locals.Slot}})
            {
                Thunk {{plan.Signature.Locals.Thunk}} = ({{CallbackText.Parameters(plan.Signature)}}) => Answer({{Arguments(plan)}});
                return new({{plan.Signature.Locals.Thunk}}, {{Interop}}.Marshal.GetFunctionPointerForDelegate({{plan.Signature.Locals.Thunk}}));
            }

            private static {{plan.Signature.NativeReturn}} Answer({{AnswerParameters(plan)}})
            {
                {{Body(plan)}}
            }

            [{{Interop}}.UnmanagedFunctionPointer({{Interop}}.CallingConvention.{{CallbackText.ConventionOfThunk(plan.Signature)}})]
            private delegate {{plan.Signature.NativeReturn}} Thunk({{CallbackText.Parameters(plan.Signature)}});
        }
        """);

    // The JIT makes an entry point fast at once, and never again: a body shared by all of them would cost each call a second frame.
    private static string Entry(CallbackPlan plan, int index) => Code.Of($$"""
        {{CallbackText.EntryAttribute(plan.Signature)}}
        private static {{plan.Signature.NativeReturn}} Entry{{index}}({{CallbackText.Parameters(plan.Signature)}})
        {
            {{Services}}.CallbackTarget<{{plan.DelegateType}}> {{plan.Signature.Locals.Target}} = s_targets[{{index}}];
            {{Body(plan)}}
        }
        """);

    private static string Body(CallbackPlan plan) => Code.Of($$"""
        if ({{plan.Signature.Locals.Target}}.Callback is not { } {{plan.Signature.Locals.Callback}})
        {
            {{plan.Signature.Locals.Target}}.OnMissing();
            {{(plan.Signature.Return == CallbackReturn.Nothing ? "return;" : "goto none;")}}
        }

        {{CallbackText.Guarded(plan.Signature, plan.Signature.Locals.Callback, $"{plan.Signature.Locals.Target}.OnException({plan.Signature.Locals.Exception});")}}
        """);

    private static string Addresses(CallbackPlan plan) =>
        string.Join(", ", Enumerable.Range(0, Entries).Select(index => $"(nint)({CallbackText.PointerType(plan.Signature)})&Entry{index}"));

    private static string Arguments(CallbackPlan plan) =>
        string.Join(", ", plan.Signature.Parameters.Select(static parameter => parameter.Name).Prepend(plan.Signature.Locals.Slot + ".Target"));

    private static string AnswerParameters(CallbackPlan plan) => string.Join(", ", plan.Signature.Parameters
        .Select(static parameter => $"{parameter.NativeType} {parameter.Name}")
        .Prepend($"{Services}.CallbackTarget<{plan.DelegateType}> {plan.Signature.Locals.Target}"));
}
