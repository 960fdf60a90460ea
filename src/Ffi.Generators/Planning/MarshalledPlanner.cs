using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Values that a custom marshaller converts.</summary>
internal static class MarshalledPlanner
{
    public static ParameterPlan? TryPlan(ParameterModel parameter, LocalNames names)
    {
        if (parameter.Marshaller is not { NativeType.Length: > 0 } marshaller || IsWrittenInPlace(parameter, marshaller))
        {
            return null;
        }

        MarshalDirection direction = parameter.Mode switch
        {
            PassingMode.Ref => MarshalDirection.Ref,
            PassingMode.Out => MarshalDirection.Out,
            _ => MarshalDirection.In,
        };
        bool isByValue = parameter.Mode == PassingMode.Value;
        bool isWritten = isByValue && marshaller.Elements is not null && (parameter.Traits & ParameterTraits.Out) != 0;
        MarshalledValue value = ValueOf(
            marshaller,
            Identifier.Escape(parameter.Name),
            parameter.Type.Name,
            parameter.Name,
            direction,
            names
        ) with
        {
            ReadsElements = !isWritten || (parameter.Traits & ParameterTraits.In) != 0,
            WritesElements = isWritten,
        };
        return new MarshalledParameter(
            Declaration.Of(parameter),
            isByValue ? marshaller.NativeType : marshaller.NativeType + "*",
            isByValue,
            value);
    }

    // An ICustomMarshaler makes new objects. It can't fill an existing one.
    private static bool IsWrittenInPlace(ParameterModel parameter, MarshallerModel marshaller) =>
        marshaller.Instance is not null && parameter.Mode == PassingMode.Value && (parameter.Traits & ParameterTraits.Out) != 0;

    public static ReturnPlan? TryPlanReturn(FunctionModel function, LocalNames names) =>
        function.ReturnMarshaller is not { NativeType.Length: > 0 } marshaller ? null : new MarshalledReturn(
            function.Return.Name,
            marshaller.NativeType,
            ValueOf(marshaller, names.Take("value"), function.Return.Name, "value", MarshalDirection.Out, names));

    private static MarshalledValue ValueOf(
        MarshallerModel marshaller,
        string name,
        string type,
        string prefix,
        MarshalDirection direction,
        LocalNames names) =>
        new(
            marshaller.Instance is { } instance
                ? marshaller with
                {
                    Type = $"{CustomMarshalerPlan.Class}.{CustomMarshalerPlan.FieldOf(instance)}",
                }
                : marshaller,
            direction,
            name,
            type,
            names.Take(prefix + "Native"),
            names.Take(prefix + "Marshaller"),
            names.Take(prefix + "Buffer"),
            names.Take(prefix + "Pointer"),
            names.Take(prefix + "Count"),
            names.Take(prefix + "Sources"),
            names.Take(prefix + "Targets"),
            names.Take(prefix + "Index"));
}
