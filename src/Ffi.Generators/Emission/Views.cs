using Ffi.Generators.Model;
using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>What templates ask of plans, beyond what plans say themselves.</summary>
internal static class Views
{
    extension(LibraryPlan plan)
    {
        public bool IsStatic => plan.LibraryName is not null;

        public bool HasVariadics => plan.Slots.Any(static slot => slot.IsVariadic);

        public CallbackPlan[] Callbacks => plan.Functions.SelectMany(static function => function.Callbacks).Distinct().ToArray();
    }

    extension(TrampolinePlan plan)
    {
        public string Declarations => string.Join(", ", plan.Parameters.Select(static parameter => parameter.Declaration));

        public ParameterPlan[] Passed => plan.Parameters.Where(static parameter => parameter.NativeType.Length > 0).ToArray();

        public ParameterPlan[] Finished => plan.Parameters.Where(IsFinished).OrderBy(FinishOrder).ToArray();

        public MarshalledValue[] Released => plan.Marshalled.Where(static value => value.NeedsRelease).Reverse().ToArray();

        public bool HasReleases => plan.Marshalled.Any(static value => value.NeedsRelease);

        public bool NotesReturn => NotesReturnOf(plan);

        public ParameterPlan[] Prepared => plan.Parameters.Where(IsPrepared).ToArray();

        public ParameterPlan[] Pinned => plan.Parameters.Where(static parameter => parameter is PinnedParameter or CopiedTextParameter or PinnedTextParameter || parameter is MarshalledParameter { Value: var value } && IsFixedOf(value)).ToArray();

        public PinnedParameter[] Held => [.. plan.Parameters.OfType<PinnedParameter>().Where(static parameter => parameter.Held is not null)];

        public bool IsVoid => plan.Return is VoidReturn;

        public bool IsVariadicByBits => IsVariadicByBitsOf(plan);

        public bool IsReturnedAtOnce => plan.Error is null && !NotesReturnOf(plan) && !plan.Parameters.Any(IsFinished) && !IsVariadicByBitsOf(plan) && plan.Return is not (HandleReturn or MarshalledReturn or TextReturn { Free: not null });
    }

    extension(ParameterPlan parameter)
    {
        public bool IsVariadicDouble => parameter is DirectParameter { IsVariadicDouble: true };
    }

    extension(MarshalledValue value)
    {
        public bool IsFixed => IsFixedOf(value);

        public bool IsInState => value is { IsStateful: true, Direction: MarshalDirection.In };

        public bool HoldsBooleans => value.Marshaller.Elements is { Marshaller: null, ManagedType: "bool" };

        public bool FreesElements => value.Marshaller.Elements?.Marshaller?.Has(MarshallerMembers.Free) == true;
    }

    extension(MarshallerModel marshaller)
    {
        public bool HasBuffer => marshaller.Has(MarshallerMembers.Buffer);

        public bool HasFree => marshaller.Has(MarshallerMembers.Free);

        public bool HasOnInvoked => marshaller.Has(MarshallerMembers.OnInvoked);

        public bool IsRefStruct => marshaller.Has(MarshallerMembers.RefStruct);

        public string Suffix => marshaller.Has(MarshallerMembers.Finally) ? "Finally" : "";
    }

    extension(ElementsModel elements)
    {
        public string NativeElement => elements.NativeType.EndsWith("*", StringComparison.Ordinal) ? "nint" : elements.NativeType;
    }

    extension(OwnedParameter parameter)
    {
        public string Subject => $"<paramref name=\"{parameter.Name}\"/>";
    }

    extension(DelegatePlan plan)
    {
        public string PlainType => plan.DelegateType.Replace("global::", "");
    }

    extension(CallbackSignature signature)
    {
        public string Declarations => string.Join(", ", signature.Parameters.Select(static parameter => $"{parameter.NativeType} {parameter.Name}"));

        public string ConventionOfThunk => (signature.Conventions.Count == 0 ? "" : signature.Conventions[0]) switch
        {
            "Cdecl" => "Cdecl",
            "Stdcall" => "StdCall",
            "Thiscall" or "MemberFunction" => "ThisCall",
            "Fastcall" => "FastCall",
            _ => "Winapi",
        };
    }

    extension(CallbackPlan plan)
    {
        public string OnException => $"{plan.Signature.Locals.Target}.OnException({plan.Signature.Locals.Exception});";
    }

    extension(CallbackMethodPlan plan)
    {
        public string Guard => $"global::Ffi.CompilerServices.CallbackGuard.OnException(global::Ffi.OnException.{plan.OnException}, {Literal.Of(plan.PlainName)}, {plan.Signature.Locals.Exception});";
    }

    public static Action<Layout> MembersOf(LibraryPlan plan) => layout => LibraryTemplate.Members(layout, plan);

    public static Action<Layout> MembersOf(CallbackTypePlan plan) => layout => CallbackTypeTemplate.Members(layout, plan);

    // What native code handed out gets its owner, what it freed loses him, and its bools become C#'s, before anything can throw; how many elements came back may be told by another parameter.
    private static int FinishOrder(ParameterPlan parameter) => parameter switch
    {
        NewHandleParameter or ExchangedHandleParameter or HandleParameter { IsFreed: true } or PinnedParameter { Normalized: not null } => 0,
        MarshalledParameter { Value.Marshaller.Elements: not null } => 2,
        _ => 1,
    };

    private static bool IsPrepared(ParameterPlan parameter) => parameter is not (DirectParameter or LastErrorParameter or PinnedParameter { Cleared: null });

    private static bool IsFinished(ParameterPlan parameter) => parameter switch
    {
        PinnedParameter pinned => pinned.KeptAlive is not null || pinned.Normalized is not null,
        WideBooleanParameter wide => wide.IsWritten,
        HandleParameter handle => handle.IsFreed,
        NewHandleParameter or ExchangedHandleParameter or CallbackParameter => true,
        MarshalledParameter { Value: var v } => v.Direction != MarshalDirection.In || (v.IsStateful && v.Marshaller.Has(MarshallerMembers.OnInvoked)) || (v.WritesElements && v.Marshaller.Elements is not null),
        _ => false,
    };

    private static bool NotesReturnOf(TrampolinePlan plan) => plan.Marshalled.Any(static value => value.IsFreedAfterCall);

    private static bool IsVariadicByBitsOf(TrampolinePlan plan) => plan.Parameters.Any(static parameter => parameter is DirectParameter { IsVariadicDouble: true });

    private static bool IsFixedOf(MarshalledValue value) =>
        value.Marshaller.Has(MarshallerMembers.Pinnable) && value.Direction == MarshalDirection.In && (value.IsStateful || value.IsPinned);
}
