using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>All that the body of one function does.</summary>
/// <param name="Name">The function's name, escaped.</param>
/// <param name="Modifiers">The modifiers that both halves share.</param>
/// <param name="EntryPoint">The symbol that is called.</param>
/// <param name="IsVariadic">Whether the C function ends in <c>...</c>.</param>
/// <param name="Slot">The field that keeps the symbol's address.</param>
/// <param name="Convention">What follows <c>unmanaged</c>: empty, or names in brackets.</param>
/// <param name="Return">How the result is passed.</param>
/// <param name="Parameters">How each parameter is passed.</param>
/// <param name="Locals">The names of the body's own locals.</param>
/// <param name="Availability">The property that tells whether an optional symbol is there; null for other functions.</param>
/// <param name="Error">What becomes of the error number; null if nobody asks for it.</param>
/// <param name="Documentation">The comment that tells who owns what; null if no attribute does.</param>
/// <param name="Import">The import that the runtime binds; null if Ffi binds the symbol.</param>
/// <param name="HasMethodImpl">Whether the declaration has a <c>[MethodImpl]</c> of its own.</param>
/// <param name="HasSkipLocalsInit">Whether it has a <c>[SkipLocalsInit]</c> of its own.</param>
/// <param name="Check">How the body tests its declaration; null where it doesn't.</param>
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
    DocumentationPlan? Documentation = null,
    ImportPlan? Import = null,
    bool HasMethodImpl = false,
    bool HasSkipLocalsInit = false,
    CheckPlan? Check = null)
{
    /// <summary>Whether the call needs nothing around it.</summary>
    public bool IsDirect => Return is VoidReturn or DirectReturn or BooleanReturn or CharReturn or NFloatReturn
        && Parameters.All(static parameter => parameter is DirectParameter or LastErrorParameter);

    /// <summary>Whether the body is so small that it belongs into its callers.</summary>
    public bool IsSmall => Return is VoidReturn or DirectReturn or BooleanReturn or CharReturn or NFloatReturn
        && Parameters.All(static parameter =>
            parameter
                is DirectParameter
                    or LastErrorParameter or PinnedParameter or WideBooleanParameter or PinnedTextParameter or HandleParameter);

    /// <summary>What native code handed out and is freed once it is copied, the result last.</summary>
    public IEnumerable<FreedText> Frees =>
        Parameters
            .SelectMany(FreesOf)
            .Concat(
                Return switch
                {
                    TextReturn { Free: { } free } text => [new FreedText(free, Locals.Result, text.NativeType)],
                    ConvertedReturn converted => converted.Frees.Select(free => new FreedText(
                        free.Free,
                        $"{Locals.Result}.{free.Path}",
                        free.NativeType)),
                    _ => [],
                });

    private static IEnumerable<FreedText> FreesOf(ParameterPlan parameter) =>
        parameter switch
        {
            NewTextParameter { Free: { } free } text => [new FreedText(free, text.Value, text.TextType)],
            ConvertedParameter converted => converted.Frees.Select(free => new FreedText(
                free.Free,
                $"{converted.Native}.{free.Path}",
                free.NativeType,
                converted.Before is null ? null : $"{converted.Before}.{free.Path}")),
            _ => [],
        };

    /// <summary>The same plan, with the place of each function that frees something.</summary>
    public TrampolinePlan WithFrees(Func<FreePlan, FreePlan> locate)
    {
        EquatableArray<FieldFreePlan> Locate(EquatableArray<FieldFreePlan> frees) =>
            frees.Select(free => free with { Free = locate(free.Free) }).ToEquatableArray();
        return !Frees.Any()
            ? this
            : this with
            {
                Parameters = Parameters
                    .Select(parameter =>
                        parameter switch
                        {
                            NewTextParameter { Free: { } free } text => text with { Free = locate(free) },
                            ConvertedParameter { Frees.Count: > 0 } converted => converted with { Frees = Locate(converted.Frees) },
                            _ => parameter,
                        })
                    .ToEquatableArray(),
                Return = Return switch
                {
                    TextReturn { Free: { } returned } result => result with { Free = locate(returned) },
                    ConvertedReturn converted => converted with { Frees = Locate(converted.Frees) },
                    _ => Return,
                },
            };
    }

    /// <summary>Whether the body has room on the stack that it need not clear.</summary>
    public bool HasScratch => Parameters.Any(static parameter => parameter is CopiedTextParameter)
        || HasLoans
        || Marshalled.Any(static value => value.Marshaller.Has(MarshallerMembers.Buffer));

    /// <summary>Whether the generated half asks for inlining. The declaration's own attribute has the last word.</summary>
    public bool IsInlined => IsSmall && !HasMethodImpl && Check is null;

    /// <summary>Whether the generated half leaves its room on the stack uninitialized.</summary>
    public bool SkipsLocalsInit => HasScratch && !HasSkipLocalsInit;

    /// <summary>The entry points that native code calls meanwhile, each once.</summary>
    public IEnumerable<CallbackPlan> Callbacks =>
        Parameters.OfType<CallbackParameter>().Select(static parameter => parameter.Callback).Distinct();

    /// <summary>What native code sees.</summary>
    public IEnumerable<ParameterPlan> Passed => Parameters.Where(static parameter => parameter.NativeType.Length > 0);

    /// <summary>Whether the call is in a block that something is pinned around.</summary>
    public bool HasPins => Parameters.Any(static parameter => parameter.IsPinned);

    /// <summary>The buffers that native code keeps after the call.</summary>
    public IEnumerable<PinnedParameter> Held => Parameters.OfType<PinnedParameter>().Where(static parameter => parameter.Held is not null);

    /// <summary>The parameters for which something is left to do after the call, in the order in which it is done.</summary>
    public IEnumerable<ParameterPlan> Finished =>
        Parameters.Where(static parameter => parameter.Finish is not null).OrderBy(static parameter => parameter.Finish);

    /// <summary>What is freed in the end, the last first.</summary>
    public IEnumerable<MarshalledValue> Released => Marshalled.Where(static value => value.NeedsRelease).Reverse();

    /// <summary>Whether native text is freed once it is copied.</summary>
    public bool HasFrees => Frees.Any();

    public bool HasReleases => HasLoans || Marshalled.Any(static value => value.NeedsRelease);

    /// <summary>Whether structs lend what they point to, which ends with the call.</summary>
    public bool HasLoans => Parameters.Any(static parameter => parameter.Lends);

    /// <summary>Whether delegates are among that.</summary>
    public bool LendsDelegates => Parameters.Any(static parameter => parameter.LendsDelegates);

    /// <summary>The last delegate that is a parameter of its own, which those in structs share the call with; null if there is
    /// none.</summary>
    public string? LastLoan => LendsDelegates ? Parameters.OfType<CallbackParameter>().LastOrDefault()?.Loan : null;

    /// <summary>Whether something is freed only where the call has returned, so that the body must note that it has.</summary>
    public bool NotesReturn => Marshalled.Any(static value => value.IsFreedAfterCall);

    /// <summary>Whether Windows passes an argument by its bits, and other systems don't.</summary>
    public bool IsVariadicByBits => Parameters.Any(static parameter => parameter.IsVariadicDouble);

    public bool IsVoid => Return is VoidReturn;

    /// <summary>Whether nothing of the body is left to do behind the call but to hand the result on.</summary>
    public bool IsReturnedAtOnce =>
        Check is null
        && Error is null
        && !NotesReturn
        && !LendsDelegates
        && !IsVariadicByBits
        && Parameters.All(static parameter => parameter.Finish is null)
        && !HasFrees
        && Return is not (HandleReturn or MarshalledReturn);

    /// <summary>What custom marshallers convert, the result last.</summary>
    public IEnumerable<MarshalledValue> Marshalled => Parameters.OfType<MarshalledParameter>().Select(static parameter => parameter.Value)
        .Concat(Return is MarshalledReturn result ? [result.Value] : []);
}
