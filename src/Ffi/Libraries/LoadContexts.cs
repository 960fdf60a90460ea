using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Ffi;

/// <summary>What the load context of an assembly says of the libraries that its functions need.</summary>
internal static class LoadContexts
{
    /// <summary>Asks <see cref="AssemblyLoadContext"/>'s <c>LoadUnmanagedDll</c>, by which plug-in hosts find a plug-in's own
    /// libraries.</summary>
    /// <returns>The library's handle; 0 if the context leaves it to the search.</returns>
    /// <remarks>A program's own assembly is in the default context, which is not asked for its name: to do that would load an assembly
    /// more.</remarks>
    public static nint AskFirst(string name, Assembly declaring) =>
        declaring == Assembly.GetEntryAssembly() ? 0 : AskContext(name, declaring);

    /// <summary>Asks who handles <see cref="AssemblyLoadContext.ResolvingUnmanagedDll"/>, once the search has found nothing.</summary>
    /// <returns>The library's handle; 0 if nobody knows the library.</returns>
    public static nint AskLast(string name, Assembly declaring, DllImportSearchPath? searchPath) =>
        NativeLibrary.TryLoad(name, declaring, searchPath, out nint handle) ? handle : 0;

    private static nint AskContext(string name, Assembly declaring) =>
        AssemblyLoadContext.GetLoadContext(declaring) is { } context && context != AssemblyLoadContext.Default
            ? LoadUnmanagedDll(context, name)
            : 0;

    // Protected, and part of the public contract.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "LoadUnmanagedDll")]
    private static extern nint LoadUnmanagedDll(AssemblyLoadContext context, string unmanagedDllName);
}
