using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>The list of loaded images that macOS keeps, <c>dyld(3)</c>.</summary>
internal static unsafe class MacOSImages
{
    private const int LazyNoLoad = 0x1 | 0x10; // RTLD_LAZY | RTLD_NOLOAD of Apple's dlfcn.h.

    /// <returns>The path of the image that <paramref name="handle"/> stands for; null if none is found.</returns>
    /// <remarks>A handle can't be asked for its path, but opening an image again gives its handle again.</remarks>
    public static string? PathOf(nint handle)
    {
        var count = (delegate* unmanaged<uint>)UnixLoader.Function("_dyld_image_count");
        var nameOf = (delegate* unmanaged<uint, byte*>)UnixLoader.Function("_dyld_get_image_name");
        var open = (delegate* unmanaged<byte*, int, nint>)UnixLoader.Function("dlopen");

        // What was loaded last is last, and is usually what is asked for.
        for (uint index = count(); index-- > 0;)
        {
            byte* name = nameOf(index);
            nint image = name is null ? 0 : open(name, LazyNoLoad);
            if (image == 0)
            {
                continue;
            }

            UnixLoader.Close(image);
            if (image == handle)
            {
                return Marshal.PtrToStringUTF8((nint)name);
            }
        }

        return null;
    }
}
