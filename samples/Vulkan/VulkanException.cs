namespace Vulkan;

/// <summary>What Vulkan answered, where that was no success.</summary>
internal sealed class VulkanException(Result result) : Exception($"Vulkan answers {result}.")
{
    /// <summary>Throws if a result is an error.</summary>
    public static void Check(Result result)
    {
        if (result != Result.Success)
        {
            throw new VulkanException(result);
        }
    }
}
