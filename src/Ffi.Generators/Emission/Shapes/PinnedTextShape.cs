using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>A string pinned where it lies.</summary>
internal static class PinnedTextShape
{
    public static string Prepare(PinnedTextParameter p) => $"global::Ffi.CompilerServices.TextArgument.ThrowIfHasNul({p.Name}, {Literal.Of(p.PlainName)});";

    public static string Pin(PinnedTextParameter p) => $"fixed ({p.NativeType} {p.Pointer} = {p.Name})";

    public static string Argument(PinnedTextParameter p) => p.Pointer;
}
