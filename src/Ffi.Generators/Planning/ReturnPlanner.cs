using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Decides how a result crosses.</summary>
internal static class ReturnPlanner
{
    public static ReturnPlan? TryPlan(FunctionModel function)
    {
        TypeModel type = function.Return;
        if (type.Shape == TypeShape.Void)
        {
            return new VoidReturn();
        }

        return (type.Shape, DirectPlanner.NativeTypeOf(type, function.ReturnMarshalAs)) switch
        {
            (_, null) => null,
            (TypeShape.Boolean, { } native) => new BooleanReturn(native),
            (TypeShape.Char, _) => new CharReturn(),
            _ => new DirectReturn(type.Name),
        };
    }
}
