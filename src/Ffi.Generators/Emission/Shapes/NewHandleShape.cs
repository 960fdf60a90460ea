using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>A handle that native code hands out. Its object exists before the call, so that there is always an owner.</summary>
internal static class NewHandleShape
{
    public static string Prepare(NewHandleParameter p) => Code.Of($$"""
        {{p.Type}} {{p.Handle}} = new();
        nint {{p.Value}} = 0;
        """);

    public static string Argument(NewHandleParameter p) => "&" + p.Value;

    public static string Finish(NewHandleParameter p) => Code.Of($$"""
        global::System.Runtime.InteropServices.Marshal.InitHandle({{p.Handle}}, {{p.Value}});
        {{p.Name}} = {{p.Handle}};
        """);
}
