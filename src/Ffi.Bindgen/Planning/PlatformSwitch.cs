using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Planning;

/// <summary>An expression that has another value on another platform.</summary>
internal static class PlatformSwitch
{
    /// <summary>The expression.</summary>
    /// <param name="values">The value on each platform.</param>
    /// <param name="platforms">The platforms on which it is used.</param>
    /// <param name="say">Writes a value.</param>
    public static string Of(PerPlatform<string> values, IReadOnlyList<Platform> platforms, Func<string, string> say)
    {
        List<(string Condition, string Value)> arms = [];
        foreach (IGrouping<string, Platform> system in platforms.GroupBy(PlatformNames.SystemOf))
        {
            string condition = system.Key switch
            {
                "win" => "OperatingSystem.IsWindows()",
                "osx" => "OperatingSystem.IsMacOS()",
                _ => "OperatingSystem.IsLinux()",
            };
            string[] each = [.. system.Select(values.On).Distinct()];
            if (each.Length == 1)
            {
                arms.Add((condition, each[0]));
                continue;
            }

            arms.AddRange(
                system.Select(platform =>
                    (
                        $"{condition} && RuntimeInformation.ProcessArchitecture == Architecture.{(PlatformNames.NameOf(platform).EndsWith("x64", StringComparison.Ordinal) ? "X64" : "Arm64")}",
                        values.On(platform))));
        }

        // The first platform's is what is left over.
        (string Condition, string Value)[] others = [.. arms.Skip(1).Where(arm => arm.Value != arms[0].Value)];
        return string.Concat(others.Select(arm => $"{arm.Condition} ? {say(arm.Value)} : ")) + say(arms[0].Value);
    }
}
