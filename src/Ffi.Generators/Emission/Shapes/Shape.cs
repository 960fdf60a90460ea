using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>The four parts that each parameter has in a body; each kind's answers stand in a file of their own.</summary>
internal static class Shape
{
    /// <summary>Statements before the call.</summary>
    public static string Prepare(ParameterPlan parameter) => parameter switch
    {
        PinnedParameter pinned => PinnedShape.Prepare(pinned),
        _ => "",
    };

    /// <summary>A <c>fixed</c> around the call.</summary>
    public static string Pin(ParameterPlan parameter) => parameter switch
    {
        PinnedParameter pinned => PinnedShape.Pin(pinned),
        _ => "",
    };

    /// <summary>The expression that is passed.</summary>
    public static string Argument(ParameterPlan parameter) => parameter switch
    {
        DirectParameter direct => direct.Argument,
        PinnedParameter pinned => PinnedShape.Argument(pinned),
        _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter.GetType().Name),
    };

    /// <summary>Statements directly behind the call.</summary>
    public static string Finish(ParameterPlan parameter) => parameter switch
    {
        PinnedParameter pinned => PinnedShape.Finish(pinned),
        _ => "",
    };
}
