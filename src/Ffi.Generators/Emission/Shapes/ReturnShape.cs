using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>Turns a native result into the declared one.</summary>
internal static class ReturnShape
{
    public static string Convert(ReturnPlan plan, string native) => plan switch
    {
        BooleanReturn => $"{native} != 0",
        CharReturn => $"(char){native}",
        _ => native,
    };
}
