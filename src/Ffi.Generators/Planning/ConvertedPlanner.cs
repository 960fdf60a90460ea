using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Structs and objects that aren't the same bytes in C, which generated code converts field by field.</summary>
internal static class ConvertedPlanner
{
    public static ParameterPlan? TryPlan(ParameterModel parameter, LocalNames names)
    {
        bool isSingle = parameter.Type.Counterpart is not null;
        return CounterpartOf(parameter) is not { } counterpart
            || FindProblem(parameter) is not null
            || FindCallback(parameter.Type) is not null
            || FindUnfreed(parameter) is not null
                ? null
            : isSingle ? PlanSingle(parameter, counterpart, names)
            : PlanElements(parameter, counterpart, names);
    }

    /// <summary>Whether generated code converts the value: memory that native code may see in place is pinned instead.</summary>
    public static bool IsConverted(ParameterModel parameter) => CounterpartOf(parameter) is not null
        && !(parameter.Mode != PassingMode.Value && parameter.Type.IsUnmanaged)
        && parameter.Type.Element is not { IsUnmanaged: true };

    public static ReturnPlan? TryPlanReturn(FunctionModel function, LocalNames names) =>
        function is { Return.Counterpart: { Fault: FieldFault.None, IsClass: false, OneWayField: null } counterpart, ReturnMarshalAs: null }
            ? new ConvertedReturn(function.Return.Name, counterpart.Native, counterpart, FreesOf(counterpart, names).ToEquatableArray())
            : null;

    /// <summary>The field for which a struct can't come back new from native code; null if there is none, and for other types.</summary>
    public static string? FindProblem(ParameterModel parameter) =>
        CounterpartOf(parameter) is { OneWayField: { } field } && !IsRead(parameter) ? field : null;

    /// <summary>The same for a result.</summary>
    public static string? FindReturnProblem(FunctionModel function) =>
        function is { Return.Counterpart: { Fault: FieldFault.None, IsClass: false, OneWayField: { } field }, ReturnMarshalAs: null }
            ? field
            : null;

    private static CounterpartModel? CounterpartOf(ParameterModel parameter) =>
        parameter switch
        {
            { MarshalAs: not null and not UnmanagedTypes.LPArray } or { ArraySubType: not null } => null,
            { Type.Counterpart: { Fault: FieldFault.None, IsClass: false } single, MarshalAs: null } => single,
            { Type.Counterpart: { Fault: FieldFault.None } single, Mode: PassingMode.Value, MarshalAs: null } => single,
            {
                Type:
                {
                    Shape: TypeShape.Span or TypeShape.ReadOnlySpan or TypeShape.Array or TypeShape.Memory or TypeShape.ReadOnlyMemory,
                    Element.Counterpart: { Fault: FieldFault.None, IsClass: false } element
                },
                Mode: PassingMode.Value
            } when parameter.MarshalAs is null || parameter.Type.Shape == TypeShape.Array => element,
            _ => null,
        };

    /// <summary>A field of structs in a span in which native code returns memory that is never freed; null if there is none.</summary>
    public static string? FindUnfreed(ParameterModel parameter) =>
        parameter.Type.Counterpart is null && CounterpartOf(parameter) is { Frees: { Count: > 0 } frees } && IsWritten(parameter)
            ? frees[0].Path
            : null;

    /// <summary>A delegate in a struct whose signature can't be passed; null if all can.</summary>
    public static CallbackModel? FindCallback(TypeModel type) =>
        (type.Counterpart ?? type.Element?.Counterpart) is { Fault: FieldFault.None } counterpart
            ? counterpart.Callbacks.FirstOrDefault(static callback => CallbackPlanner.TryPlan(callback, out _) is null)
            : null;

    /// <summary>Whether all delegates in a struct can be called by native code, so that there is a converter for it.</summary>
    public static bool HasConverter(CounterpartModel counterpart) =>
        counterpart.Callbacks.All(static callback => CallbackPlanner.TryPlan(callback, out _) is not null);

    private static ConvertedParameter PlanSingle(ParameterModel parameter, CounterpartModel counterpart, LocalNames names)
    {
        bool isByValue = parameter.Mode == PassingMode.Value && !counterpart.IsClass;
        return new ConvertedParameter(
            Declaration.Of(parameter),
            isByValue ? counterpart.Native : counterpart.Native + "*",
            Identifier.Escape(parameter.Name),
            counterpart,
            names.Take(parameter.Name + "Native"),
            counterpart.IsClass ? names.Take(parameter.Name + "Pointer") : "",
            isByValue,
            IsRead(parameter),
            IsWritten(parameter),
            IsWritten(parameter) && IsRead(parameter) && counterpart.Frees.Count > 0 ? names.Take(parameter.Name + "Before") : null,
            IsWritten(parameter) ? FreesOf(counterpart, names).ToEquatableArray() : default);
    }

    private static IEnumerable<FieldFreePlan> FreesOf(CounterpartModel counterpart, LocalNames names) =>
        counterpart.Frees.Select(free => new FieldFreePlan(free.Path, free.NativeType, FreePlan.Of(free.Ownership, "free", names)!));

    private static ConvertedElementsParameter PlanElements(ParameterModel parameter, CounterpartModel counterpart, LocalNames names)
    {
        string name = Identifier.Escape(parameter.Name);
        return new ConvertedElementsParameter(
            Declaration.Of(parameter),
            counterpart.Native + "*",
            parameter.Type.Shape is TypeShape.Memory or TypeShape.ReadOnlyMemory ? name + ".Span" : name,
            counterpart,
            names.Take(parameter.Name + "Native"),
            IsRead(parameter),
            IsWritten(parameter));
    }

    private static bool IsRead(ParameterModel parameter) =>
        parameter.Mode != PassingMode.Out && (parameter.Traits & (ParameterTraits.In | ParameterTraits.Out)) != ParameterTraits.Out;

    // As [DllImport] has it: an object or array says [Out], but for the object that the runtime would have pinned. What can't be read only
    // is there to be written.
    private static bool IsWritten(ParameterModel parameter) => parameter switch
    {
        { Mode: PassingMode.Ref or PassingMode.Out } => true,
        { Mode: PassingMode.In or PassingMode.RefReadOnly } => false,
        _ when (parameter.Traits & ParameterTraits.Out) != 0 => true,
        { Type.Counterpart: { IsClass: true, IsSameBytes: true } } => (parameter.Traits & ParameterTraits.In) == 0,
        { Type.Shape: TypeShape.Span or TypeShape.Memory } => (parameter.Traits & ParameterTraits.In) == 0,
        _ => false,
    };
}
