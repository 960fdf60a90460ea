using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>The resolvers that assemblies have for their <c>[DllImport]</c> functions, which functions of a library type follow
/// too.</summary>
internal static class DllImportResolvers
{
    /// <summary>Asks the assembly's resolver, as a <c>[DllImport]</c> function of the assembly would.</summary>
    /// <returns>The library's handle; 0 if there is no resolver, or it leaves the library to the search.</returns>
    public static nint Ask(string name, Assembly declaring, DllImportSearchPath? searchPath) =>
        Resolvers() is { } resolvers && resolvers.TryGetValue(declaring, out DllImportResolver? resolve)
            ? resolve(name, declaring, searchPath)
            : 0;

    // Where a runtime has no such field, no resolver is asked.
    private static ConditionalWeakTable<Assembly, DllImportResolver>? Resolvers()
    {
        try
        {
            return IFields.Resolvers(null!);
        }
        catch (MissingFieldException)
        {
            return null;
        }
    }

    // No public member tells which resolver an assembly has. SetDllImportResolver refuses a second one, so trying is no way to find out.
    // Reflection, by which the field could be read too, takes 4 ms for its first field in a process: more than all else before a first
    // native call. An interface, because only there may a parameter have the type of a static class. Trimming and NativeAOT keep the field.
#pragma warning disable CS8897 // Static types cannot be used as parameters: none is ever passed.
    private interface IFields
    {
        [UnsafeAccessor(UnsafeAccessorKind.StaticField, Name = "s_nativeDllResolveMap")]
        static extern ref ConditionalWeakTable<Assembly, DllImportResolver>? Resolvers(NativeLibrary _);
    }
#pragma warning restore CS8897
}
