namespace Ffi;

/// <summary>One look at a folder before a search: may anything in it be a library of a name?</summary>
/// <remarks>By the C library's own functions, since the framework's enumeration of files takes longer for the first folder of a process
/// than all else that a first native call waits for.</remarks>
internal static unsafe class FolderLook
{
    private const int FileExists = 0; // F_OK of access(2), POSIX.
    private const int NameOffset = 19; // d_name of struct dirent, readdir(3): glibc and musl, 64 bits.

    /// <summary>Whether a folder's <c>runtimes</c> may hold a library of a name for this system.</summary>
    /// <param name="folder">The folder's path, with a separator at its end.</param>
    /// <param name="name">The library's name.</param>
    /// <remarks>On Linux those for other systems are looked at too: which ones a process takes can't be told without collections and text,
    /// which take longer to load than a few folders to open.</remarks>
    public static bool HasRuntimesFor(string folder, string name)
    {
        string runtimes = folder + "runtimes";
        if (!OperatingSystem.IsLinux())
        {
            return OperatingSystem.IsMacOS() ? IsThere(PathOf(runtimes)) : Directory.Exists(runtimes);
        }

        return HasEntry(runtimes, name, isRuntimes: true);
    }

    /// <summary>Whether a folder on Linux may hold a file that stands for a library's name, whatever version it has.</summary>
    /// <param name="folder">The folder's path, whether or not it is there.</param>
    /// <param name="name">The library's name: <c>z</c>, <c>libz</c> or <c>libz.so.1</c>.</param>
    /// <returns>False only where no candidate of a search can be there.</returns>
    public static bool MayHold(string folder, string name) => HasEntry(folder, name, isRuntimes: false);

    // One method for both kinds of folder, since each would have to be compiled.
    private static bool HasEntry(string folder, string name, bool isRuntimes)
    {
        byte[]? path = PathOf(folder);
        nint directory;
        fixed (byte* start = path)
        {
            directory = path is null ? 0 : ((delegate* unmanaged<byte*, nint>)LibC.Function("opendir"))(start);
        }

        if (directory == 0)
        {
            return IsThere(path);
        }

        var readDir = (delegate* unmanaged<nint, byte*>)LibC.Function("readdir");
        bool isFound = false;
        for (byte* entry = readDir(directory); entry != null && !isFound; entry = readDir(directory))
        {
            byte* file = entry + NameOffset;
            isFound = isRuntimes ? *file != '.' && MayHoldIn(folder, file, name)
                : StandsFor(file, name) || (*file == 'l' && file[1] == 'i' && file[2] == 'b' && StandsFor(file + 3, name));
        }

        _ = ((delegate* unmanaged<nint, int>)LibC.Function("closedir"))(directory);
        return isFound;
    }

    private static bool MayHoldIn(string runtimes, byte* identifier, string name)
    {
        int length = 0;
        while (identifier[length] != 0)
        {
            length++;
        }

        // Runtime identifiers are ASCII. A name that is not can't be said either, so that the search looks there.
        char[] text = new char[length];
        for (int i = 0; i < length; i++)
        {
            text[i] = (char)identifier[i];
        }

        return MayHold(runtimes + "/" + new string(text) + "/native", name);
    }

    // The name itself, with .so, or with .so and whatever follows.
    private static bool StandsFor(byte* file, string name)
    {
        for (int i = 0; i < name.Length; i++)
        {
            if (file[i] != name[i])
            {
                return false;
            }
        }

        byte* rest = file + name.Length;
        return *rest == 0 || (*rest == '.' && rest[1] == 's' && rest[2] == 'o');
    }

    // What can't be said to the C library without UTF-8, or can't be read, may be anything.
    private static bool IsThere(byte[]? path)
    {
        fixed (byte* start = path)
        {
            return path is null || ((delegate* unmanaged<byte*, int, int>)LibC.Function("access"))(start, FileExists) == 0;
        }
    }

    // An array and not the stack, which would have the JIT optimize this method at once, and that takes longer.
    private static byte[]? PathOf(string path)
    {
        byte[] bytes = new byte[path.Length + 1];
        for (int i = 0; i < path.Length; i++)
        {
            if (path[i] is '\0' or > '\x7F')
            {
                return null;
            }

            bytes[i] = (byte)path[i];
        }

        return bytes;
    }
}
