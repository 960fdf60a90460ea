using Vulkan;

namespace Ffi.Samples.Tests;

/// <summary>A fact that needs Vulkan and a driver: skipped where one is missing, but not on the Linux build machines.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class VulkanFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> s_hasDevice = new(HasDevice);

    public VulkanFactAttribute()
    {
        if (!(OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable("CI") == "true") && !s_hasDevice.Value)
        {
            Skip = "No Vulkan driver is installed here (Debian: mesa-vulkan-drivers).";
        }
    }

    private static bool HasDevice()
    {
        if (!Loader.IsLibraryAvailable)
        {
            return false;
        }

        try
        {
            using VulkanInstance instance = new();
            return instance.FindDevices().Count > 0;
        }
        catch (VulkanException)
        {
            return false;
        }
    }
}
