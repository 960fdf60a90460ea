using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>All that the body of one function does.</summary>
/// <param name="Name">The function's name, escaped.</param>
/// <param name="Modifiers">The modifiers that both halves share.</param>
/// <param name="EntryPoint">The symbol that is called.</param>
/// <param name="IsVariadic">Whether the C function ends in <c>...</c>.</param>
/// <param name="Slot">The field that keeps the symbol's address.</param>
/// <param name="Convention">What stands behind <c>unmanaged</c>: empty, or names in brackets.</param>
/// <param name="Return">How the result crosses.</param>
/// <param name="Parameters">How each parameter crosses.</param>
/// <param name="Locals">The names of the body's own locals.</param>
/// <param name="Availability">The property that tells whether an optional symbol is there; null for other functions.</param>
/// <param name="Error">What becomes of the error number; null where nobody asks for it.</param>
/// <param name="Documentation">The comment that tells who owns what; null where no attribute does.</param>
internal sealed record TrampolinePlan(
    string Name,
    string Modifiers,
    string EntryPoint,
    bool IsVariadic,
    string Slot,
    string Convention,
    ReturnPlan Return,
    EquatableArray<ParameterPlan> Parameters,
    TrampolineLocals Locals,
    string? Availability,
    ErrorPlan? Error = null,
    DocumentationPlan? Documentation = null)
{
    /// <summary>Whether the call needs nothing around it.</summary>
    public bool IsDirect => Return is VoidReturn or DirectReturn or BooleanReturn or CharReturn or NFloatReturn
        && Parameters.All(static parameter => parameter is DirectParameter or LastErrorParameter);

    /// <summary>Whether the body is so small that it belongs into its callers.</summary>
    public bool IsSmall => Return is VoidReturn or DirectReturn or BooleanReturn or CharReturn or NFloatReturn
        && Parameters.All(static parameter =>
            parameter is DirectParameter or LastErrorParameter or PinnedParameter or WideBooleanParameter or PinnedTextParameter or HandleParameter);

    /// <summary>The function that frees the native result; null where it is left alone.</summary>
    public FreePlan? Free => (Return as TextReturn)?.Free;

    /// <summary>Whether the body has room on the stack that it need not clear.</summary>
    public bool HasScratch => Parameters.Any(static parameter => parameter is CopiedTextParameter)
        || Marshalled.Any(static value => value.Marshaller.Has(MarshallerMembers.Buffer));

    /// <summary>The entry points that native code calls meanwhile, each once.</summary>
    public IEnumerable<CallbackPlan> Callbacks => Parameters.OfType<CallbackParameter>().Select(static parameter => parameter.Callback).Distinct();

    /// <summary>What custom marshallers carry across, the result last.</summary>
    public IEnumerable<MarshalledValue> Marshalled => Parameters.OfType<MarshalledParameter>().Select(static parameter => parameter.Value)
        .Concat(Return is MarshalledReturn result ? [result.Value] : []);
}
