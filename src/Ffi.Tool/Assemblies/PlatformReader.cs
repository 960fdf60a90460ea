using System.Reflection.Metadata;
using Ffi.Headers.Digest;

namespace Ffi.Tool.Assemblies;

/// <summary>Tells where a declaration may be used, by <c>[SupportedOSPlatform]</c> and <c>[UnsupportedOSPlatform]</c>.</summary>
internal static class PlatformReader
{
    private const string Versioning = "System.Runtime.Versioning.";

    /// <summary>The platforms of a method: the attributes of the method, of its types and of its assembly all apply.</summary>
    public static PlatformSet Of(AssemblyFile assembly, MethodDefinition method)
    {
        PlatformSet platforms = Of(assembly, method.GetCustomAttributes());
        for (
            TypeDefinitionHandle type = method.GetDeclaringType();
            !type.IsNil;
            type = assembly.Metadata.GetTypeDefinition(type).GetDeclaringType())
        {
            platforms = platforms.Intersect(Of(assembly, assembly.Metadata.GetTypeDefinition(type).GetCustomAttributes()));
        }

        platforms = platforms.Intersect(Of(assembly, assembly.Metadata.GetAssemblyDefinition().GetCustomAttributes()));
        // What is for none of the platforms that are known (Android, iOS) is compared with all: its C is mostly the same.
        return platforms.IsEmpty ? PlatformSet.All : platforms;
    }

    private static PlatformSet Of(AssemblyFile assembly, CustomAttributeHandleCollection attributes)
    {
        string[] supported = [.. Names(assembly, attributes, "SupportedOSPlatformAttribute")];
        PlatformSet platforms = supported.Length == 0 ? PlatformSet.All : Union(supported);
        return platforms.Except(Union(Names(assembly, attributes, "UnsupportedOSPlatformAttribute")));
    }

    private static IEnumerable<string> Names(AssemblyFile assembly, CustomAttributeHandleCollection attributes, string attribute) =>
        assembly.Attributes.Of(attributes, Versioning + attribute).Select(static value => value.Fixed.FirstOrDefault() as string ?? "");

    private static PlatformSet Union(IEnumerable<string> names) =>
        names.Aggregate(PlatformSet.None, static (set, name) => set.Union(Find(name)));

    // windows10.0.17763, macos, OSX.
    private static PlatformSet Find(string name) =>
        name.ToLowerInvariant().TrimEnd('.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9') switch
        {
            "windows" => PlatformNames.Find("win"),
            "linux" => PlatformNames.Find("linux"),
            "macos" or "osx" or "maccatalyst" => PlatformNames.Find("osx"),
            _ => PlatformSet.None,
        };
}
