using System.Reflection;
using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>Loads the library of a static library type. Whoever may choose the file is asked in the order of <c>[DllImport]</c>: the
/// assembly's resolver, the program by <see cref="NativeLibraryPaths"/>, the assembly's load context, the search, and the context's
/// event.</summary>
internal static class DeclaredLibrary
{
    /// <param name="name">The library's name on this system.</param>
    /// <param name="declaring">The assembly that declares the library type.</param>
    /// <param name="searchPath">Where to look; null for everywhere.</param>
    /// <param name="isOptional">Whether null is an answer.</param>
    /// <returns>The library; null if there is none and that is an answer.</returns>
    /// <exception cref="NativeLibraryNotFoundException">There is none, and that is no answer.</exception>
    public static LoadedLibrary? Load(string name, Assembly declaring, DllImportSearchPath? searchPath, bool isOptional)
    {
        LoadedLibrary? library = null;
        ChosenPaths.Instance.Bind(name);
        try
        {
            library = Find(name, declaring, searchPath, isOptional);
        }
        finally
        {
            if (library is null)
            {
                ChosenPaths.Instance.Unbind(name);
            }
        }

        return library;
    }

    private static LoadedLibrary? Find(string name, Assembly declaring, DllImportSearchPath? searchPath, bool isOptional)
    {
        if (DllImportResolvers.Ask(name, declaring, searchPath) is var resolved and not 0)
        {
            return new LoadedLibrary(resolved, name);
        }

        if (ChosenPaths.Instance.Find(name, declaring) is { } chosen)
        {
            return LibraryLoader.TryLoad(chosen, declaring, searchPath)
                ?? (isOptional ? null : throw LibraryLoader.NotFound(name, declaring, searchPath, chosen));
        }

        nint first = LoadContexts.AskFirst(name, declaring);
        return first != 0 ? new LoadedLibrary(first, name)
            : LibraryLoader.TryLoad(name, declaring, searchPath)
            ?? AskLast(name, declaring, searchPath)
            ?? (isOptional ? null : throw LibraryLoader.NotFound(name, declaring, searchPath));
    }

    private static LoadedLibrary? AskLast(string name, Assembly declaring, DllImportSearchPath? searchPath) =>
        LoadContexts.AskLast(name, declaring, searchPath) is var handle and not 0 ? new LoadedLibrary(handle, name) : null;
}
