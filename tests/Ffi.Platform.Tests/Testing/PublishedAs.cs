namespace Ffi.Platform.Tests.Testing;

/// <summary>The ways to publish a program, in words.</summary>
internal static class PublishedAs
{
    public static string Describe(string publishAs, string framework = "net10.0") => publishAs switch
    {
        "" => $"JIT, {framework}",
        "NativeAot" => $"NativeAOT, {framework}",
        "SingleFile" => $"trimmed, ReadyToRun, one file, {framework}",
        _ => throw new ArgumentOutOfRangeException(nameof(publishAs), publishAs, "No such way."),
    };
}
