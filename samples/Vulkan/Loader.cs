using Ffi;

namespace Vulkan;

/// <summary>Vulkan's loader: the one export that leads to all functions.</summary>
[NativeLibrary("vulkan", Windows = "vulkan-1", Optional = true)]
internal static partial class Loader
{
    [NativeFunction("vkGetInstanceProcAddr")] public static partial nint GetInstanceProcAddr(Instance instance, string name);
}
