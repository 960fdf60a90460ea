using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>The resolvers that assemblies have for their <c>[DllImport]</c> functions, which functions of a library type follow too.</summary>
internal static class DllImportResolvers
{
    // No public member tells which resolver an assembly has. SetDllImportResolver refuses a second one, so trying is no way to find out.
    // Reflection by a literal name keeps the field under trimming and NativeAOT. If a runtime has no such field, no resolver is asked.
    private static readonly FieldInfo? Field =
        typeof(NativeLibrary).GetField("s_nativeDllResolveMap", BindingFlags.Static | BindingFlags.NonPublic);

    /// <summary>Asks the assembly's resolver, as a <c>[DllImport]</c> function of the assembly would.</summary>
    /// <returns>The library's handle; 0 where there is no resolver, or it leaves the library to the search.</returns>
    public static nint Ask(string name, Assembly declaring, DllImportSearchPath? searchPath) =>
        Field?.GetValue(null) is ConditionalWeakTable<Assembly, DllImportResolver> resolvers && resolvers.TryGetValue(declaring, out DllImportResolver? resolve)
            ? resolve(name, declaring, searchPath)
            : 0;
}
