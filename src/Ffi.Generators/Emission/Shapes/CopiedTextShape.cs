using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>Text with a NUL behind it: on the stack while it fits, from the pool above that, given back however the body ends.</summary>
internal static class CopiedTextShape
{
    public static string Prepare(CopiedTextParameter p) =>
        $"using global::Ffi.CompilerServices.{p.Buffer} {p.Text} = new({p.Name}, out global::Ffi.CompilerServices.TextScratch {p.Scratch}, {Literal.Of(p.PlainName)});";

    public static string Pin(CopiedTextParameter p) => $"fixed ({p.NativeType} {p.Pointer} = {p.Text})";

    public static string Argument(CopiedTextParameter p) => p.Pointer;
}
