using System.Text;

namespace Vulkan;

/// <summary>A program's connection with Vulkan, and the devices that it sees.</summary>
internal sealed class VulkanInstance : IDisposable
{
    private readonly Instance _instance;

    /// <exception cref="VulkanException">No driver is installed.</exception>
    public unsafe VulkanInstance()
    {
        // The table of no instance has what makes one.
        VulkanFunctions functions = new(new FunctionTable(default));
        fixed (byte* name = "Ffi"u8)
        {
            ApplicationInfo application = new()
            {
                SType = StructureType.ApplicationInfo,
                PApplicationName = name,
                ApiVersion = VulkanFunctions.ApiVersion1_0,
            };
            InstanceCreateInfo create = new() { SType = StructureType.InstanceCreateInfo, PApplicationInfo = &application };
            VulkanException.Check(functions.CreateInstance(create, pAllocator: 0, out _instance));
        }

        Functions = new VulkanFunctions(new FunctionTable(_instance));
    }

    /// <summary>The functions of this instance, each looked up when it is first called.</summary>
    public VulkanFunctions Functions { get; }

    /// <summary>The devices of all drivers.</summary>
    public IReadOnlyList<DeviceDescription> FindDevices()
    {
        uint count = 0;
        VulkanException.Check(Functions.EnumeratePhysicalDevices(_instance, ref count, default));
        var devices = new PhysicalDevice[count];
        VulkanException.Check(Functions.EnumeratePhysicalDevices(_instance, ref count, devices));
        return [.. devices.Take((int)count).Select(Describe)];
    }

    public void Dispose() => Functions.DestroyInstance(_instance, pAllocator: 0);

    private DeviceDescription Describe(PhysicalDevice device)
    {
        Functions.GetPhysicalDeviceProperties(device, out PhysicalDeviceProperties properties);
        ReadOnlySpan<byte> name = properties.DeviceName;
        // VK_MAKE_API_VERSION: 7 bits, 10 bits, and the patch.
        Version version = new((int)(properties.ApiVersion >> 22) & 0x7F, (int)(properties.ApiVersion >> 12) & 0x3FF);
        return new DeviceDescription(device, Encoding.UTF8.GetString(name[..name.IndexOf((byte)0)]), properties.DeviceType, version);
    }
}
