namespace Vulkan;

/// <summary>A shader, ready to run, with the buffer that it writes to.</summary>
internal sealed unsafe class ComputePipeline
{
    private readonly VulkanFunctions _vulkan;
    private readonly Device _device;
    private readonly Cleanup _cleanup;
    private readonly PipelineLayout _layout;
    private readonly Pipeline _pipeline;
    private readonly DescriptorSet _set;

    public ComputePipeline(
        VulkanFunctions vulkan, Device device, ReadOnlySpan<uint> shader, uint constantBytes, BufferHandle buffer, Cleanup cleanup)
    {
        _vulkan = vulkan;
        _device = device;
        _cleanup = cleanup;
        DescriptorSetLayout setLayout = MakeSetLayout();
        _layout = MakeLayout(setLayout, constantBytes);
        _pipeline = MakePipeline(LoadShader(shader));
        _set = MakeSet(setLayout, buffer);
    }

    /// <summary>Writes down what is to be run.</summary>
    public void Record(CommandBuffer commands, ReadOnlySpan<byte> constants, uint columns, uint rows)
    {
        _vulkan.CmdBindPipeline(commands, PipelineBindPoint.Compute, _pipeline);
        _vulkan.CmdBindDescriptorSets(commands, PipelineBindPoint.Compute, _layout, 0, 1, [_set], 0, default);
        _vulkan.CmdPushConstants(commands, _layout, ShaderStageFlagBits.ComputeBit, 0, (uint)constants.Length, constants);
        _vulkan.CmdDispatch(commands, columns, rows, 1);
    }

    private ShaderModule LoadShader(ReadOnlySpan<uint> words)
    {
        fixed (uint* code = words)
        {
            ShaderModuleCreateInfo create = new()
            {
                SType = StructureType.ShaderModuleCreateInfo,
                CodeSize = (nuint)words.Length * sizeof(uint),
                PCode = code,
            };
            VulkanException.Check(_vulkan.CreateShaderModule(_device, create, pAllocator: 0, out ShaderModule module));
            return _cleanup.Add(module, made => _vulkan.DestroyShaderModule(_device, made, pAllocator: 0));
        }
    }

    private DescriptorSetLayout MakeSetLayout()
    {
        DescriptorSetLayoutBinding binding = new()
        {
            DescriptorType = DescriptorType.StorageBuffer,
            DescriptorCount = 1,
            StageFlags = ShaderStageFlagBits.ComputeBit,
        };
        DescriptorSetLayoutCreateInfo create = new()
        {
            SType = StructureType.DescriptorSetLayoutCreateInfo,
            BindingCount = 1,
            PBindings = &binding,
        };
        VulkanException.Check(_vulkan.CreateDescriptorSetLayout(_device, create, pAllocator: 0, out DescriptorSetLayout layout));
        return _cleanup.Add(layout, made => _vulkan.DestroyDescriptorSetLayout(_device, made, pAllocator: 0));
    }

    private PipelineLayout MakeLayout(DescriptorSetLayout setLayout, uint constantBytes)
    {
        PushConstantRange constants = new() { StageFlags = ShaderStageFlagBits.ComputeBit, Size = constantBytes };
        PipelineLayoutCreateInfo create = new()
        {
            SType = StructureType.PipelineLayoutCreateInfo,
            SetLayoutCount = 1,
            PSetLayouts = &setLayout,
            PushConstantRangeCount = 1,
            PPushConstantRanges = &constants,
        };
        VulkanException.Check(_vulkan.CreatePipelineLayout(_device, create, pAllocator: 0, out PipelineLayout layout));
        return _cleanup.Add(layout, made => _vulkan.DestroyPipelineLayout(_device, made, pAllocator: 0));
    }

    private Pipeline MakePipeline(ShaderModule module)
    {
        fixed (byte* main = "main"u8)
        {
            ComputePipelineCreateInfo create = new()
            {
                SType = StructureType.ComputePipelineCreateInfo,
                Layout = _layout,
                Stage = new PipelineShaderStageCreateInfo
                {
                    SType = StructureType.PipelineShaderStageCreateInfo,
                    Stage = ShaderStageFlagBits.ComputeBit,
                    Module = module,
                    PName = main,
                },
            };
            VulkanException.Check(_vulkan.CreateComputePipelines(_device, default, 1, create, pAllocator: 0, out Pipeline pipeline));
            return _cleanup.Add(pipeline, made => _vulkan.DestroyPipeline(_device, made, pAllocator: 0));
        }
    }

    private DescriptorSet MakeSet(DescriptorSetLayout layout, BufferHandle buffer)
    {
        DescriptorPoolSize size = new() { Type = DescriptorType.StorageBuffer, DescriptorCount = 1 };
        DescriptorPoolCreateInfo create = new()
        {
            SType = StructureType.DescriptorPoolCreateInfo,
            MaxSets = 1,
            PoolSizeCount = 1,
            PPoolSizes = &size,
        };
        VulkanException.Check(_vulkan.CreateDescriptorPool(_device, create, pAllocator: 0, out DescriptorPool pool));
        _cleanup.Add(pool, made => _vulkan.DestroyDescriptorPool(_device, made, pAllocator: 0));
        DescriptorSetAllocateInfo allocate = new()
        {
            SType = StructureType.DescriptorSetAllocateInfo,
            DescriptorPool = pool,
            DescriptorSetCount = 1,
            PSetLayouts = &layout,
        };
        VulkanException.Check(_vulkan.AllocateDescriptorSets(_device, allocate, out DescriptorSet set));
        DescriptorBufferInfo all = new() { Buffer = buffer, Range = VulkanFunctions.WholeSize };
        WriteDescriptorSet write = new()
        {
            SType = StructureType.WriteDescriptorSet,
            DstSet = set,
            DescriptorCount = 1,
            DescriptorType = DescriptorType.StorageBuffer,
            PBufferInfo = &all,
        };
        _vulkan.UpdateDescriptorSets(_device, 1, [write], 0, default);
        return set;
    }
}
