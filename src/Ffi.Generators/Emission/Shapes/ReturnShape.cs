using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>Turns a native result into the declared one.</summary>
internal static class ReturnShape
{
    /// <summary>Statements before the call.</summary>
    public static string Prepare(ReturnPlan plan) => plan is HandleReturn handle ? $"{handle.HandleType} {handle.Handle} = new();" : "";

    /// <summary>Whether the conversion is an expression that can stand around the call itself.</summary>
    public static bool IsExpression(ReturnPlan plan) => plan is not (HandleReturn or TextReturn { Free: not null });

    /// <summary>The declared result, as an expression.</summary>
    public static string Convert(ReturnPlan plan, string native) => plan switch
    {
        BooleanReturn => $"{native} != 0",
        CharReturn => $"(char){native}",
        TextReturn { IsNullable: true } => $"global::Ffi.CompilerServices.NativeText.Copy({native})",
        TextReturn => $"global::Ffi.CompilerServices.NativeText.Copy({native})!",
        TextViewReturn => $"global::Ffi.CompilerServices.NativeText.View({native})",
        _ => native,
    };

    /// <summary>The statements that return the declared result.</summary>
    public static string Return(ReturnPlan plan, string native, string keepAlive) => plan switch
    {
        HandleReturn handle => $"return {handle.Handle};",
        TextReturn { Free: { } free } text => CopyAndFree(text, free, native, keepAlive),
        _ => $"return {Convert(plan, native)};",
    };

    /// <summary>Statements directly behind the call.</summary>
    public static string Finish(ReturnPlan plan, string native) =>
        plan is HandleReturn handle ? $"global::System.Runtime.InteropServices.Marshal.InitHandle({handle.Handle}, {native});" : "";

    private static string CopyAndFree(TextReturn text, FreePlan free, string native, string keepAlive) => Code.Of($$"""
        try
        {
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
