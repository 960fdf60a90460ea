using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Decides which arguments of a function cross as copies in checked mode: each whose size is known.</summary>
internal static class CheckPlanner
{
    /// <summary>The plan with its tests; the same plan where there is nothing to test.</summary>
    /// <param name="plan">What the body does anyway.</param>
    /// <param name="function">The function.</param>
    /// <param name="names">Names that are taken: those of the tests come last, so that the others stay.</param>
    public static TrampolinePlan Plan(TrampolinePlan plan, FunctionModel function, LocalNames names)
    {
        List<ParameterPlan> parameters = [];
        for (int index = 0; index < plan.Parameters.Count; index++)
        {
            ParameterPlan parameter = plan.Parameters[index];
            ParameterModel declared = function.Parameters[index];
            parameters.Add(FindCopy(parameter, declared) is { } copy
                ? parameter with { Lent = new LentPlan(names.Take(declared.Name + "Lent"), copy.Method, index, copy.Extent) }
                : parameter);
        }

        return !parameters.Exists(static parameter => parameter.Lent is not null) ? plan : plan with
        {
            Parameters = parameters.ToEquatableArray(),
            Check = new CheckPlan(
                names.Take("check"),
                function.EntryPoint.Length > 0 ? function.EntryPoint : function.Name,
                Function: "",
                plan.Parameters
                    .Zip(function.Parameters, Describe)
                    .ToEquatableArray(),
                IsAddress(plan.Return.NativeType)),
        };
    }

    /// <summary>The names of the fields in the class that says what was declared.</summary>
    public static LocalNames FieldsOf(string checksType) =>
        new(["Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString", "Finalize", "MemberwiseClone", checksType]);

    private static bool IsAddress(string nativeType) => nativeType == "nint" || nativeType.EndsWith("*", StringComparison.Ordinal);

    // What native code keeps must stay where it is.
    private static (string Method, string Extent)? FindCopy(ParameterPlan plan, ParameterModel parameter) => plan switch
    {
        _ when (parameter.Traits & ParameterTraits.Retained) != 0 => null,
        PinnedParameter => OfPinned(parameter),
        CopiedTextParameter text => OfText(text, parameter),
        PinnedTextParameter => ("LendText", ", sizeof(char)"),
        WideBooleanParameter => One("int"),
        NewHandleParameter or ExchangedHandleParameter => One("nint"),
        NewTextParameter text => One(text.TextType),
        StructureParameter structure => ("Lend", $", 1, {structure.Scope}.Bytes"),
        ObjectParameter instance => ("Lend", $", 1, {instance.Scope}.Bytes"),
        ConvertedParameter { IsByValue: false } converted => One(converted.Counterpart.Native),
        ConvertedElementsParameter elements => ("Lend", $", {CountOf(elements.Span, parameter)}, sizeof({elements.Counterpart.Native})"),
        MarshalledParameter { IsByValue: false } marshalled => One(marshalled.Value.Marshaller.NativeType),
        _ => null,
    };

    private static (string Method, string Extent) One(string type) => ("Lend", $", 1, sizeof({type})");

    private static (string Method, string Extent) OfPinned(ParameterModel parameter)
    {
        string name = Identifier.Escape(parameter.Name);
        return (parameter.Mode, parameter.Type.Shape) switch
        {
            (not PassingMode.Value, _) => One(parameter.Type.Name),
            (_, TypeShape.PinnedBuffer) => ("Lend", ", " + name),
            _ => (
                (parameter.Traits & ParameterTraits.NulTerminated) != 0 ? "LendTerminated" : "Lend",
                $", {CountOf(name, parameter)}, sizeof({parameter.Type.Element!.Name})"),
        };
    }

    private static (string Method, string Extent) OfText(CopiedTextParameter text, ParameterModel parameter)
    {
        string count = CountOf(text.Name, parameter);
        return text.Buffer switch
        {
            "Utf8Text" => ("LendText", ", sizeof(byte)"),
            "Utf16Text" => ("LendText", ", sizeof(char)"),
            "WideText" => ("LendWideText", ""),
            "TextArray<byte>" => ("LendTexts", $", {count}, sizeof(byte)"),
            "TextArray<char>" => ("LendTexts", $", {count}, sizeof(char)"),
            _ => ("LendWideTexts", $", {count}"),
        };
    }

    private static CheckedParameterPlan Describe(ParameterPlan plan, ParameterModel parameter) =>
        new(parameter.Name, TypeOf(parameter), AccessOf(plan, parameter));

    private static string CountOf(string elements, ParameterModel parameter) =>
        parameter.Type.Shape == TypeShape.Array ? elements + "?.Length ?? 0" : elements + ".Length";

    private static string TypeOf(ParameterModel parameter) => (ModifiersOf(parameter) + parameter.Type.Name).Replace("global::", "");

    private static string ModifiersOf(ParameterModel parameter) =>
        parameter.Modifiers.Replace("this ", "").Replace("params ", "").Replace("scoped ", "");

    private static string AccessOf(ParameterPlan plan, ParameterModel parameter) => plan switch
    {
        ConvertedParameter converted => Named(converted.IsRead, converted.IsWritten),
        ConvertedElementsParameter converted => Named(converted.IsRead, converted.IsWritten),
        // The runtime decides whether it pins the object, and then all that is written is seen.
        ObjectParameter => "ReadWrite",
        _ => AccessOf(parameter),
    };

    private static string Named(bool isRead, bool isWritten) => !isWritten ? "Read" : isRead ? "ReadWrite" : "Write";

    private static string AccessOf(ParameterModel parameter) => parameter.Mode switch
    {
        PassingMode.In or PassingMode.RefReadOnly => "Read",
        PassingMode.Out => "Write",
        PassingMode.Ref => "ReadWrite",
        _ => parameter.Type.Shape switch
        {
            TypeShape.ReadOnlySpan or TypeShape.ReadOnlyMemory or TypeShape.String => "Read",
            TypeShape.Span or TypeShape.Memory or TypeShape.PinnedBuffer => OfMarks(parameter, "ReadWrite"),
            TypeShape.Array when parameter.Type.Element is { IsUnmanaged: true } => OfMarks(parameter, "ReadWrite"),
            _ => OfMarks(parameter, "Read"),
        },
    };

    private static string OfMarks(ParameterModel parameter, string otherwise)
    {
        ParameterTraits marks = parameter.Traits & (ParameterTraits.In | ParameterTraits.Out);
        return marks switch
        {
            ParameterTraits.In => "Read",
            ParameterTraits.Out => "Write",
            ParameterTraits.In | ParameterTraits.Out => "ReadWrite",
            _ => otherwise,
        };
    }
}
