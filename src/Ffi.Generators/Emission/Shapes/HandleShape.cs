using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>A handle that can't be closed during the call.</summary>
internal static class HandleShape
{
    public static string Prepare(HandleParameter p) => $"using global::Ffi.CompilerServices.HandleScope {p.Scope} = new({p.Name}, {Literal.Of(p.PlainName)});";

    public static string Argument(HandleParameter p) => p.Scope + ".Value";

    /// <summary>What the call has closed is not closed again.</summary>
    public static string Finish(HandleParameter p) => p.IsFreed ? $"{p.Name}.SetHandleAsInvalid();" : "";
}
