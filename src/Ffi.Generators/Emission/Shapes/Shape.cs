using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>The four parts that each parameter has in a body; each kind's answers stand in a file of their own.</summary>
internal static class Shape
{
    /// <summary>Statements before the call.</summary>
    public static string Prepare(ParameterPlan parameter) => parameter switch
    {
        PinnedParameter pinned => PinnedShape.Prepare(pinned),
        WideBooleanParameter wide => WideBooleanShape.Prepare(wide),
        CopiedTextParameter text => CopiedTextShape.Prepare(text),
        PinnedTextParameter text => PinnedTextShape.Prepare(text),
        HandleParameter handle => HandleShape.Prepare(handle),
        NewHandleParameter handle => NewHandleShape.Prepare(handle),
        ExchangedHandleParameter handle => ExchangedHandleShape.Prepare(handle),
        CallbackParameter callback => CallbackShape.Prepare(callback),
        MarshalledParameter marshalled => MarshalledShape.Prepare(marshalled.Value),
        _ => "",
    };

    /// <summary>A <c>fixed</c> around the call.</summary>
    public static string Pin(ParameterPlan parameter) => parameter switch
    {
        PinnedParameter pinned => PinnedShape.Pin(pinned),
        CopiedTextParameter text => CopiedTextShape.Pin(text),
        PinnedTextParameter text => PinnedTextShape.Pin(text),
        MarshalledParameter marshalled => MarshalledShape.Pin(marshalled.Value),
        _ => "",
    };

    /// <summary>The expression that is passed.</summary>
    public static string Argument(ParameterPlan parameter) => parameter switch
    {
        DirectParameter direct => direct.Argument,
        PinnedParameter pinned => PinnedShape.Argument(pinned),
        WideBooleanParameter wide => WideBooleanShape.Argument(wide),
        CopiedTextParameter text => CopiedTextShape.Argument(text),
        PinnedTextParameter text => PinnedTextShape.Argument(text),
        HandleParameter handle => HandleShape.Argument(handle),
        NewHandleParameter handle => NewHandleShape.Argument(handle),
        ExchangedHandleParameter handle => ExchangedHandleShape.Argument(handle),
        CallbackParameter callback => CallbackShape.Argument(callback),
        MarshalledParameter marshalled => marshalled.IsByValue ? marshalled.Value.Native : "&" + marshalled.Value.Native,
        _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter.GetType().Name),
    };

    /// <summary>Statements directly behind the call.</summary>
    public static string Finish(ParameterPlan parameter) => parameter switch
    {
        PinnedParameter pinned => PinnedShape.Finish(pinned),
        WideBooleanParameter wide => WideBooleanShape.Finish(wide),
        HandleParameter handle => HandleShape.Finish(handle),
        NewHandleParameter handle => NewHandleShape.Finish(handle),
        ExchangedHandleParameter handle => ExchangedHandleShape.Finish(handle),
        CallbackParameter callback => CallbackShape.Finish(callback),
        MarshalledParameter marshalled => MarshalledShape.Unmarshal(marshalled.Value),
        _ => "",
    };
}
