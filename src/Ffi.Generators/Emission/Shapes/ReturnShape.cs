using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>Turns a native result into the declared one.</summary>
internal static class ReturnShape
{
    /// <summary>Statements before the call.</summary>
    public static string Prepare(ReturnPlan plan) => plan switch
    {
        HandleReturn handle => $"{handle.HandleType} {handle.Handle} = new();",
        MarshalledReturn { Value: var value } => Code.Of($$"""
            {{value.Type}} {{value.Name}} = default!;
            {{MarshalledShape.Prepare(value)}}
            """),
        _ => "",
    };

    /// <summary>Whether the conversion is an expression that can stand around the call itself.</summary>
    public static bool IsExpression(ReturnPlan plan) => plan is not (HandleReturn or MarshalledReturn or TextReturn { Free: not null });

    /// <summary>The declared result, as an expression.</summary>
    public static string Convert(ReturnPlan plan, string native) => plan switch
    {
        BooleanReturn => $"{native} != 0",
        CharReturn => $"(char){native}",
        NFloatReturn => $"global::Ffi.CompilerServices.NativeFloat.FromDouble({native})",
        TextReturn { IsNullable: true } => $"global::Ffi.CompilerServices.NativeText.Copy({native})",
        TextReturn => $"global::Ffi.CompilerServices.NativeText.Copy({native})!",
        TextViewReturn => $"global::Ffi.CompilerServices.NativeText.View({native})",
        _ => native,
    };

    /// <summary>The statements that return the declared result.</summary>
    public static string Return(ReturnPlan plan, string native, string[] afterwards, string keepAlive) => plan switch
    {
        HandleReturn handle => $"return {handle.Handle};",
        MarshalledReturn { Value: var value } => Code.Of($$"""
            {{MarshalledShape.Unmarshal(value)}}
            return {{value.Name}};
            """),
        TextReturn { Free: { } free } text => CopyAndFree(text, free, native, afterwards, keepAlive),
        _ => $"return {Convert(plan, native)};",
    };

    /// <summary>Statements directly behind the call.</summary>
    public static string Finish(ReturnPlan plan, string native) => plan switch
    {
        HandleReturn handle => $"global::System.Runtime.InteropServices.Marshal.InitHandle({handle.Handle}, {native});",
        MarshalledReturn { Value: var value } => $"{value.Native} = {native};",
        _ => "",
    };

    private static string CopyAndFree(TextReturn text, FreePlan free, string native, string[] afterwards, string keepAlive) => Code.Of($$"""
        try
        {
            {{afterwards}}
            return {{Convert(text, native)}};
        }
        finally
        {
            if ({{native}} != null)
            {
                ((delegate* unmanaged<{{text.NativeType}}, void>){{free.Function}})({{native}});
            }

            {{keepAlive}}
        }
        """);
}
