// Vulkan: the devices, and a picture that a compute shader makes, through bindings that "ffi bind" wrote.
//
//     dotnet run --project samples/Vulkan

using Vulkan;

if (!Loader.IsLibraryAvailable)
{
    Console.WriteLine("Vulkan's loader is not installed (Debian: apt install libvulkan1 mesa-vulkan-drivers).");
    return 1;
}

using VulkanInstance instance = new();
IReadOnlyList<DeviceDescription> devices = instance.FindDevices();
foreach (DeviceDescription description in devices)
{
    Console.WriteLine($"{description.Name}: {description.Type}, Vulkan {description.ApiVersion}");
}

if (devices.Count == 0)
{
    Console.WriteLine("No driver has a device (Debian: apt install mesa-vulkan-drivers).");
    return 1;
}

Mandelbrot picture = new(Width: 70, Height: 24, Most: 80, Left: -2.1f, Top: -1.15f, Across: 0.0405f, Down: 0.1f);
using ComputeDevice device = new(instance, devices[0].Device);
uint[] steps = picture.ComputeOn(device);
foreach (uint[] row in steps.Chunk((int)picture.Width))
{
    Console.WriteLine(string.Concat(row.Select(count => count == picture.Most ? '@' : ".,:;i1tfLCG08"[(int)Math.Min(count / 2, 12)])));
}

Console.WriteLine($"The same, computed here: {(steps.AsSpan().SequenceEqual(picture.Compute()) ? "no point differs" : "they differ")}.");
return 0;
