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
    private const string Setting = "Ffi.LibraryPath.";

    // A Lock asks for a thread static, as in LibraryBinding.
    private static readonly object Gate = new();
    private static readonly List<string> Bound = [];
    private static Dictionary<string, string>? s_paths;
    private static Func<string, Assembly?, string?>? s_resolver;

    /// <summary>Says which file to load for a name.</summary>
    /// <param name="name">The library's name, as it is declared or passed to <see cref="NativeModule.Load(string)"/>.</param>
    /// <param name="path">The file's path; or another name, which is then searched for.</param>
    /// <remarks>Call it before the library's first function is called. Once more for the same name replaces the path.</remarks>
    /// <exception cref="InvalidOperationException">A static library type has loaded the library already.</exception>
    public static void Set(string name, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(path);
        lock (Gate)
        {
            if (Bound.Contains(name))
            {
                throw new InvalidOperationException($"The native library '{name}' is loaded already. Set its path before any of its functions is called.");
            }

            (s_paths ??= [])[name] = path;
        }
    }

    /// <summary>Sets what is asked for the path of every library that has none by <see cref="Set"/>.</summary>
    /// <param name="resolver">Gets the name, and the assembly that declares the library type, null for <see cref="NativeModule.Load(string)"/>. Returns a
    /// path, or another name to search for; null to have the library searched as always. Called on any thread, each time that a library is loaded.</param>
    /// <exception cref="InvalidOperationException">There is a resolver already, or a static library type has loaded its library.</exception>
    public static void SetResolver(Func<string, Assembly?, string?> resolver)
    {
        ArgumentNullException.ThrowIfNull(resolver);
        lock (Gate)
        {
            if (s_resolver is not null)
            {
                throw new InvalidOperationException("A resolver is set already, and there is one for the whole process.");
            }

            if (Bound.Count > 0)
            {
                throw new InvalidOperationException($"Native libraries are loaded already: '{string.Join("', '", Bound)}'. Set the resolver before any native function is called.");
            }

            s_resolver = resolver;
        }
    }

    /// <summary>What is loaded for a name; null where nobody has chosen.</summary>
    internal static string? Find(string name, Assembly? declaring)
    {
        string? path = null;
        Func<string, Assembly?, string?>? resolver;
        lock (Gate)
        {
            s_paths?.TryGetValue(name, out path);
            resolver = s_resolver;
        }

        return path ?? resolver?.Invoke(name, declaring) ?? AppContext.GetData(Setting + name) as string;
    }

    /// <summary>A static library type is about to load its library. From before it asks until it fails, choices come too late.</summary>
    internal static void Bind(string name)
    {
        lock (Gate)
        {
            Bound.Add(name);
        }
    }

    /// <summary>It could not be loaded, and the next call tries again.</summary>
    internal static void Unbind(string name)
    {
        lock (Gate)
        {
            Bound.Remove(name);
        }
    }
}
