using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Inference;

/// <summary>Numbers whose name says which enum's bits they hold: <c>VkQueueFlags</c> those of <c>VkQueueFlagBits</c>.</summary>
internal static class FlagTypes
{
    /// <summary>The enum of a number's bits; null if nothing says that it has one.</summary>
    public static CEnum? EnumOf(CType type, DigestIndex index, Platform platform)
    {
        while (type is NamedType { Name: var name } && index.FindType(name, platform) is CTypedef typedef)
        {
            if (EnumBeside(name, index, platform) is { } found && HaveOneSize(typedef, found, index, platform))
            {
                return found;
            }

            type = typedef.Type.On(platform);
        }

        return null;
    }

    private static CEnum? EnumBeside(string name, DigestIndex index, Platform platform)
    {
        int place = name.LastIndexOf("Flags", StringComparison.Ordinal);
        string bits = place > 0 ? $"{name[..place]}FlagBits{name[(place + "Flags".Length)..]}" : "";
        return index.Resolve(new NamedType(bits), platform) is NamedType { Name: var found }
            ? index.FindType(found, platform) as CEnum
            : null;
    }

    private static bool HaveOneSize(CTypedef typedef, CEnum bits, DigestIndex index, Platform platform) =>
        index.Resolve(typedef.Type.On(platform), platform) is PrimitiveType { Primitive: var number }
        && PrimitiveFacts.IsInteger(number)
        && index.LayoutOf(bits.Type.On(platform), platform)?.Size == PrimitiveFacts.SizeOf(number, platform);
}
