using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>A handle that native code may replace.</summary>
internal static class ExchangedHandleShape
{
    public static string Prepare(ExchangedHandleParameter p) => Code.Of($$"""
        using global::Ffi.CompilerServices.HandleExchange<{{p.Type}}> {{p.Exchange}} = new({{p.Name}}, new(), {{Literal.Of(p.PlainName)}});
        nint {{p.Value}} = {{p.Exchange}}.Value;
        """);

    public static string Argument(ExchangedHandleParameter p) => "&" + p.Value;

    public static string Finish(ExchangedHandleParameter p) => $"{p.Name} = {p.Exchange}.After({p.Value});";
}
