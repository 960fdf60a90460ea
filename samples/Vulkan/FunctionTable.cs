using Ffi;

namespace Vulkan;

/// <summary>The functions that an instance has: those of its driver, without the loader's way around.</summary>
/// <param name="instance">The instance; none for the few functions that there are before one.</param>
internal sealed class FunctionTable(Instance instance) : INativeSymbolSource
{
    public bool TryGetSymbol(string name, out nint address)
    {
        address = Loader.GetInstanceProcAddr(instance, name);
        return address != 0;
    }
}
