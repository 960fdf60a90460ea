namespace Vulkan;

/// <summary>A device that can draw or compute.</summary>
/// <param name="Device">What Vulkan calls it.</param>
/// <param name="Name">What its driver calls it.</param>
/// <param name="Type">What it is.</param>
/// <param name="ApiVersion">The version of Vulkan that it knows.</param>
internal sealed record DeviceDescription(PhysicalDevice Device, string Name, PhysicalDeviceType Type, Version ApiVersion);
