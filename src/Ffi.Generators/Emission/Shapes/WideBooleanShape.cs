using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>A <c>bool</c> by reference that is a 4-byte <c>BOOL</c> in C.</summary>
internal static class WideBooleanShape
{
    public static string Prepare(WideBooleanParameter p) => $"int {p.Value} = {(p.IsRead ? $"{p.Name} ? 1 : 0" : "0")};";

    public static string Argument(WideBooleanParameter p) => "&" + p.Value;

    public static string Finish(WideBooleanParameter p) => p.IsWritten ? $"{p.Name} = {p.Value} != 0;" : "";
}
