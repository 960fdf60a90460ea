using Ffi;

namespace PluginHost;

/// <summary>What native/plugins/plugin.h asks of a plugin. Each loaded plugin gets an instance, with addresses of its own.</summary>
[NativeLibrary(Binding = NativeBinding.Eager)]
internal sealed partial class PluginLibrary
{
    [NativeFunction("plugin_name")] public partial string Name();
    [NativeFunction("plugin_start")] public partial int Start([Retained(Until = "plugin_stop")] PinnedBuffer<HostFunctions> host);
    [NativeFunction("plugin_stop")] public partial void Stop();
    [NativeFunction("plugin_convert")] public partial double Convert(double celsius);
    [NativeFunction("plugin_unit", Optional = true)] public partial string Unit();
}
