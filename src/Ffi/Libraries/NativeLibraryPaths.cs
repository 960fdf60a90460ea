using System.Reflection;

namespace Ffi;

/// <summary>Chooses which file a library's name stands for, without a change to the code that names it.</summary>
/// <remarks>
/// <para>Holds for static library types and for <see cref="NativeModule.Load(string)"/>, of every assembly. For one name, in this order: what
/// <see cref="Set"/> says; what the resolver says; the runtime configuration's property <c>Ffi.LibraryPath.</c>name. Where none
/// says anything, the usual search follows.</para>
/// <para>The name is the one that would be loaded on this operating system, spelled as it is declared.</para>
/// <para>A static library type is loaded once, so that a choice made after that could not hold any more and is refused. All members may be
/// used on any thread.</para>
/// </remarks>
public static class NativeLibraryPaths
{
    /// <summary>Says which file to load for a name.</summary>
    /// <param name="name">The library's name, as it is declared or passed to <see cref="NativeModule.Load(string)"/>.</param>
    /// <param name="path">The file's path; or another name, which is then searched for.</param>
    /// <remarks>Call it before the library's first function is called. Once more for the same name replaces the path.</remarks>
    /// <exception cref="InvalidOperationException">A static library type has loaded the library already.</exception>
    public static void Set(string name, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ChosenPaths.Instance.Set(name, path);
    }

    /// <summary>Sets what is asked for the path of every library that has none by <see cref="Set"/>.</summary>
    /// <param name="resolver">Gets the name, and the assembly that declares the library type, null for <see cref="NativeModule.Load(string)"/>. Returns a
    /// path, or another name to search for; null to have the library searched as always. Called on any thread, each time that a library is loaded.</param>
    /// <exception cref="InvalidOperationException">There is a resolver already, or a static library type has loaded its library.</exception>
    public static void SetResolver(Func<string, Assembly?, string?> resolver)
    {
        ArgumentNullException.ThrowIfNull(resolver);
        ChosenPaths.Instance.SetResolver(resolver);
    }
}
