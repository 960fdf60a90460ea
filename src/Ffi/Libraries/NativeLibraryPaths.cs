using System.Reflection;

namespace Ffi;

/// <summary>Chooses which file a library's name stands for, without a change to the code that names it.</summary>
/// <remarks>
/// <para>Applies to static library types and to <see cref="NativeModule.Load(string)"/>, of every assembly. For each name, the first of
/// these counts: the path that <see cref="Set"/> was given; the answer of the resolver; the runtime configuration's property
/// <c>Ffi.LibraryPath.</c>name. If there is none, the usual search follows.</para>
/// <para>The name is the one that would be loaded on this operating system, spelled as it is declared.</para>
/// <para>A static library type is loaded once, so a choice after that would have no effect and throws. All members may be
/// used on any thread.</para>
/// </remarks>
public static class NativeLibraryPaths
{
    /// <summary>Chooses the file to load for a name.</summary>
    /// <param name="name">The library's name, as it is declared or passed to <see cref="NativeModule.Load(string)"/>.</param>
    /// <param name="path">The file's path; or another name, which is then searched for.</param>
    /// <remarks>Call it before the library's first function is called. A second call for the same name replaces the path.</remarks>
    /// <exception cref="InvalidOperationException">A static library type has loaded the library already.</exception>
    public static void Set(string name, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ChosenPaths.Instance.Set(name, path);
    }

    /// <summary>Sets a resolver, which is asked for the path of every library without a path from <see cref="Set"/>.</summary>
    /// <param name="resolver">Gets the name, and the assembly that declares the library type, null for
    /// <see cref="NativeModule.Load(string)"/>. Returns a path, or another name to search for; or null to search for the library in the
    /// usual way. Called on any thread, each time that a library is loaded.</param>
    /// <exception cref="InvalidOperationException">There is a resolver already, or a static library type has loaded its
    /// library.</exception>
    public static void SetResolver(Func<string, Assembly?, string?> resolver)
    {
        ArgumentNullException.ThrowIfNull(resolver);
        ChosenPaths.Instance.SetResolver(resolver);
    }
}
