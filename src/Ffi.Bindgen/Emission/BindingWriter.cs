using Ffi.Bindgen.Planning;
using Ffi.Templates;

namespace Ffi.Bindgen.Emission;

/// <summary>Writes bindings.</summary>
internal static class BindingWriter
{
    public static string Write(BindingPlan plan) => Layout.Of(BindingTemplate.File, plan);
}
