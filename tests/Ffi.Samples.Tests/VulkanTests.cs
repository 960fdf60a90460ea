using Vulkan;

namespace Ffi.Samples.Tests;

public class VulkanTests
{
    [VulkanFact]
    public void Devices_HaveANameAndAVersion()
    {
        using VulkanInstance instance = new();
        Assert.All(instance.FindDevices(), static device =>
        {
            Assert.InRange(device.Name.Length, 1, 255);
            Assert.All(device.Name, static character => Assert.False(char.IsControl(character)));
            Assert.True(device.ApiVersion >= new Version(1, 0));
            Assert.True(Enum.IsDefined(device.Type));
        });
    }

    // Sizes that fill no group of 16 by 16 points, one, and several.
    [VulkanFact]
    public void Shader_ComputesWhatTheProcessorDoes_PointByPoint()
    {
        using VulkanInstance instance = new();
        using ComputeDevice device = new(instance, instance.FindDevices()[0].Device);
        foreach ((uint width, uint height) in new (uint, uint)[] { (1, 1), (16, 16), (17, 3), (100, 50) })
        {
            Mandelbrot picture = new(width, height, Most: 50, Left: -2, Top: -1.25f, Across: 3f / width, Down: 2.5f / height);
            Assert.Equal(picture.Compute(), picture.ComputeOn(device));
        }
    }

    [VulkanFact]
    public void Picture_HasPointsInsideAndOutside()
    {
        using VulkanInstance instance = new();
        using ComputeDevice device = new(instance, instance.FindDevices()[0].Device);
        Mandelbrot picture = new(3, 1, Most: 90, Left: -2.5f, Top: 0, Across: 2.5f, Down: 0);

        // -2.5 leaves at once, 0 never does, and 2.5 leaves at once too.
        Assert.Equal([1u, 90u, 1u], picture.ComputeOn(device));
    }

    [VulkanFact]
    public void FunctionTable_KnowsWhatTheInstanceHas_AndNothingElse()
    {
        FunctionTable global = new(default);
        Assert.True(global.TryGetSymbol("vkCreateInstance", out nint create));
        Assert.NotEqual(0, create);
        Assert.False(global.TryGetSymbol("vkCmdDispatch", out _));
        Assert.False(global.TryGetSymbol("vkMakeCoffee", out nint none));
        Assert.Equal(0, none);
    }

    [VulkanFact]
    public void Program_DrawsWhatItsReadmeShows()
    {
        (int exitCode, string output, string errors) = Sample.Run("Vulkan");
        Assert.True(exitCode == 0, output + errors);

        // Which devices there are differs from machine to machine.
        Assert.Equal(Picture(Sample.ShownOutputOf("Vulkan")), Picture(output));
    }

    private static string[] Picture(string output) =>
        [.. output.Split('\n').SkipWhile(static line => line.Contains(", Vulkan 1.", StringComparison.Ordinal))];
}
