using System.Runtime.InteropServices;

namespace Vulkan;

/// <summary>A device with a queue for compute shaders.</summary>
internal sealed class ComputeDevice : IDisposable
{
    private const ulong Patience = 60_000_000_000; // In nanoseconds. A driver in software on a busy machine takes its time.

    private readonly VulkanFunctions _vulkan;
    private readonly PhysicalDevice _physical;
    private readonly Device _device;
    private readonly QueueHandle _queue;
    private readonly uint _family;

    public unsafe ComputeDevice(VulkanInstance instance, PhysicalDevice physical)
    {
        _vulkan = instance.Functions;
        _physical = physical;
        _family = FindFamily();
        float priority = 1;
        DeviceQueueCreateInfo queue = new()
        {
            SType = StructureType.DeviceQueueCreateInfo,
            QueueFamilyIndex = _family,
            QueueCount = 1,
            PQueuePriorities = &priority,
        };
        DeviceCreateInfo create = new() { SType = StructureType.DeviceCreateInfo, QueueCreateInfoCount = 1, PQueueCreateInfos = &queue };
        VulkanException.Check(_vulkan.CreateDevice(physical, create, pAllocator: 0, out _device));
        _vulkan.GetDeviceQueue(_device, _family, 0, out _queue);
    }

    /// <summary>Runs a shader that writes to one buffer, and waits for it.</summary>
    /// <param name="shader">SPIR-V. The buffer is binding 0 of set 0.</param>
    /// <param name="constants">The push constants.</param>
    /// <param name="columns">How many groups the shader is run in, side by side.</param>
    /// <param name="rows">How many, one below the other.</param>
    /// <param name="result">What the buffer holds in the end.</param>
    /// <exception cref="VulkanException">It can't be run, or takes more than a minute.</exception>
    public void Run<T>(ReadOnlySpan<uint> shader, T constants, uint columns, uint rows, Span<uint> result)
        where T : unmanaged
    {
        using Cleanup cleanup = new();
        (BufferHandle buffer, DeviceMemory memory) = MakeBuffer((ulong)MemoryMarshal.AsBytes(result).Length, cleanup);
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in constants));
        ComputePipeline pipeline = new(_vulkan, _device, shader, (uint)bytes.Length, buffer, cleanup);
        CommandBuffer commands = MakeCommands(cleanup);
        CommandBufferBeginInfo begin = new() { SType = StructureType.CommandBufferBeginInfo };
        VulkanException.Check(_vulkan.BeginCommandBuffer(commands, begin));
        pipeline.Record(commands, bytes, columns, rows);
        VulkanException.Check(_vulkan.EndCommandBuffer(commands));
        SubmitAndWait(commands, cleanup);
        Read(memory, result);
    }

    public void Dispose() => _vulkan.DestroyDevice(_device, pAllocator: 0);

    private uint FindFamily()
    {
        uint count = 0;
        _vulkan.GetPhysicalDeviceQueueFamilyProperties(_physical, ref count, default);
        var families = new QueueFamilyProperties[count];
        _vulkan.GetPhysicalDeviceQueueFamilyProperties(_physical, ref count, families);
        int family = Array.FindIndex(families, static family => family.QueueFlags.HasFlag(QueueFlagBits.ComputeBit));
        return family >= 0 ? (uint)family : throw new VulkanException(Result.ErrorFeatureNotPresent);
    }

    private (BufferHandle Buffer, DeviceMemory Memory) MakeBuffer(ulong bytes, Cleanup cleanup)
    {
        BufferCreateInfo create = new()
        {
            SType = StructureType.BufferCreateInfo,
            Size = bytes,
            Usage = BufferUsageFlagBits.StorageBufferBit,
        };
        VulkanException.Check(_vulkan.CreateBuffer(_device, create, pAllocator: 0, out BufferHandle buffer));
        cleanup.Add(buffer, made => _vulkan.DestroyBuffer(_device, made, pAllocator: 0));
        _vulkan.GetBufferMemoryRequirements(_device, buffer, out MemoryRequirements needed);
        MemoryAllocateInfo allocate = new()
        {
            SType = StructureType.MemoryAllocateInfo,
            AllocationSize = needed.Size,
            MemoryTypeIndex = FindMemoryType(needed.MemoryTypeBits),
        };
        VulkanException.Check(_vulkan.AllocateMemory(_device, allocate, pAllocator: 0, out DeviceMemory memory));
        cleanup.Add(memory, made => _vulkan.FreeMemory(_device, made, pAllocator: 0));
        VulkanException.Check(_vulkan.BindBufferMemory(_device, buffer, memory, memoryOffset: 0));
        return (buffer, memory);
    }

    // Memory that this processor reads as well, without a word from it when.
    private uint FindMemoryType(uint allowed)
    {
        const MemoryPropertyFlagBits Wanted = MemoryPropertyFlagBits.HostVisibleBit | MemoryPropertyFlagBits.HostCoherentBit;
        _vulkan.GetPhysicalDeviceMemoryProperties(_physical, out PhysicalDeviceMemoryProperties properties);
        for (int type = 0; type < properties.MemoryTypeCount; type++)
        {
            if ((allowed & (1u << type)) != 0 && properties.MemoryTypes[type].PropertyFlags.HasFlag(Wanted))
            {
                return (uint)type;
            }
        }

        throw new VulkanException(Result.ErrorFeatureNotPresent);
    }

    private CommandBuffer MakeCommands(Cleanup cleanup)
    {
        CommandPoolCreateInfo create = new() { SType = StructureType.CommandPoolCreateInfo, QueueFamilyIndex = _family };
        VulkanException.Check(_vulkan.CreateCommandPool(_device, create, pAllocator: 0, out CommandPool pool));
        cleanup.Add(pool, made => _vulkan.DestroyCommandPool(_device, made, pAllocator: 0));
        CommandBufferAllocateInfo allocate = new()
        {
            SType = StructureType.CommandBufferAllocateInfo,
            CommandPool = pool,
            Level = CommandBufferLevel.Primary,
            CommandBufferCount = 1,
        };
        VulkanException.Check(_vulkan.AllocateCommandBuffers(_device, allocate, out CommandBuffer commands));
        return commands;
    }

    private unsafe void SubmitAndWait(CommandBuffer commands, Cleanup cleanup)
    {
        FenceCreateInfo create = new() { SType = StructureType.FenceCreateInfo };
        VulkanException.Check(_vulkan.CreateFence(_device, create, pAllocator: 0, out Fence fence));
        cleanup.Add(fence, made => _vulkan.DestroyFence(_device, made, pAllocator: 0));
        SubmitInfo submit = new() { SType = StructureType.SubmitInfo, CommandBufferCount = 1, PCommandBuffers = &commands };
        VulkanException.Check(_vulkan.QueueSubmit(_queue, 1, [submit], fence));
        VulkanException.Check(_vulkan.WaitForFences(_device, 1, [fence], waitAll: 1, Patience));
    }

    private unsafe void Read(DeviceMemory memory, Span<uint> result)
    {
        VulkanException.Check(_vulkan.MapMemory(_device, memory, 0, VulkanFunctions.WholeSize, 0, out nint address));
        new ReadOnlySpan<uint>((void*)address, result.Length).CopyTo(result);
        _vulkan.UnmapMemory(_device, memory);
    }
}
