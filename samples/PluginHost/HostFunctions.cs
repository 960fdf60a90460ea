using Ffi;

namespace PluginHost;

/// <summary>Prints for a plugin.</summary>
internal delegate void Log(nint user, [NulTerminated] ReadOnlySpan<byte> text);

/// <summary>Looks a setting up for a plugin.</summary>
internal delegate double Setting(nint user, [NulTerminated] ReadOnlySpan<byte> name, double otherwise);

/// <summary><c>struct plugin_host</c>: callbacks as plain function pointers in a struct.</summary>
internal readonly record struct HostFunctions(nint Log, nint Setting, nint User);
