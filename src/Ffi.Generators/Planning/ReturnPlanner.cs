using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Decides how a result is passed.</summary>
internal static class ReturnPlanner
{
    public static ReturnPlan? TryPlan(FunctionModel function, LocalNames names)
    {
        TypeModel type = function.Return;
        return type.Shape switch
        {
            _ when function.ReturnMarshaller is not null => MarshalledPlanner.TryPlanReturn(function, names),
            TypeShape.Void => new VoidReturn(),
            TypeShape.String => PlanText(function, names),
            TypeShape.ReadOnlySpan when function.ReturnMarshalAs is null => PlanView(type),
            TypeShape.SafeHandle when type.IsConstructible && function.ReturnMarshalAs is null =>
                new HandleReturn(type.Name, HandlePlanner.TypeOf(type), names.Take("handle")),
            _ => PlanDirect(function) ?? ConvertedPlanner.TryPlanReturn(function, names),
        };
    }

    private static ReturnPlan? PlanDirect(FunctionModel function)
    {
        TypeModel type = function.Return;
        return (type.Shape, DirectPlanner.NativeTypeOf(type, function.ReturnMarshalAs)) switch
        {
            (_, null) => null,
            (TypeShape.Boolean, { } native) => new BooleanReturn(native),
            (TypeShape.Char, _) => new CharReturn(),
            _ when DirectPlanner.IsNFloat(type) => new NFloatReturn(type.Name),
            _ => new DirectReturn(type.Name),
        };
    }

    private static TextReturn? PlanText(FunctionModel function, LocalNames names)
    {
        FreePlan? free = FreePlan.Of(function.ReturnOwnership, "free", names);
        string type = function.Return.Name;
        bool isNullable = type.EndsWith("?", StringComparison.Ordinal);
        return TextPlanner.EncodingOf(function.ReturnMarshalAs, function.ReturnEncoding ?? function.Options.Encoding) switch
        {
            TextEncoding.Utf8 => new TextReturn(type, "byte*", isNullable, free),
            TextEncoding.Utf16 => new TextReturn(type, "char*", isNullable, free),
            TextEncoding.Wide => new TextReturn(type, "void*", isNullable, free),
            _ => null,
        };
    }

    private static TextViewReturn? PlanView(TypeModel type) => type.Element switch
    {
        { Name: "byte" } => new TextViewReturn(type.Name, "byte*"),
        { Shape: TypeShape.Char } => new TextViewReturn(type.Name, "char*"),
        _ => null,
    };
}
