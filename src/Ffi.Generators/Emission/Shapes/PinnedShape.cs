using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>Memory of the caller: pinned where it lies, NULL where there is none.</summary>
internal static class PinnedShape
{
    public static string Prepare(PinnedParameter p) => p.Cleared is null ? "" : $"{p.Cleared} = default;";

    public static string Pin(PinnedParameter p) => $"fixed ({p.NativeType} {p.Pointer} = {p.Target})";

    /// <summary>Directly before the call, so that nothing else can throw in between.</summary>
    public static string Hold(PinnedParameter p) => p.Held is null ? "" : $"{p.Held}.Retain();";

    public static string Argument(PinnedParameter p) => p.Pointer;

    public static string Finish(PinnedParameter p) => p.KeptAlive is null ? "" : $"global::Ffi.CompilerServices.KeptAlive.Owner(in {p.KeptAlive});";
}
