using System.Reflection.Metadata;
using System.Runtime.InteropServices;

namespace Ffi.Tool.Assemblies.Types;

/// <summary>What <c>[MarshalAs]</c> says. ECMA-335 II.23.4.</summary>
/// <param name="Type">As what the value is passed.</param>
/// <param name="Element">As what an array's elements are passed; null if nothing is specified.</param>
/// <param name="Length">How many elements an array in a struct has; 0 if nothing is specified.</param>
internal sealed record MarshalDescriptor(UnmanagedType Type, UnmanagedType? Element = null, int Length = 0)
{
    private const byte NoElement = 0x50; // NATIVE_TYPE_MAX

    public static MarshalDescriptor? Read(MetadataReader metadata, BlobHandle handle)
    {
        if (handle.IsNil)
        {
            return null;
        }

        BlobReader blob = metadata.GetBlobReader(handle);
        UnmanagedType type = (UnmanagedType)blob.ReadByte();
        int length =
            type is UnmanagedType.ByValArray or UnmanagedType.ByValTStr && blob.RemainingBytes > 0 ? blob.ReadCompressedInteger() : 0;
        byte element = type is UnmanagedType.ByValArray or UnmanagedType.LPArray && blob.RemainingBytes > 0 ? blob.ReadByte() : NoElement;
        return new MarshalDescriptor(type, element == NoElement ? null : (UnmanagedType)element, length);
    }
}
