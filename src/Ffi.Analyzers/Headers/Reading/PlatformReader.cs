using Ffi.Generators.Reading;
using Ffi.Headers.Digest;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Headers.Reading;

/// <summary>Reads for which platforms a declaration is meant.</summary>
internal static class PlatformReader
{
    private const string Versioning = "System.Runtime.Versioning";

    /// <summary>What <c>[SupportedOSPlatform]</c> and <c>[UnsupportedOSPlatform]</c> say, of the method or of what it is in.</summary>
    public static PlatformSet Read(ISymbol symbol)
    {
        for (ISymbol? current = symbol; current is not (null or INamespaceSymbol); current = current.ContainingSymbol)
        {
            PlatformSet supported = Named(current, "SupportedOSPlatformAttribute");
            PlatformSet unsupported = Named(current, "UnsupportedOSPlatformAttribute");
            if (!supported.IsEmpty || !unsupported.IsEmpty)
            {
                return (supported.IsEmpty ? PlatformSet.All : supported).Except(unsupported);
            }
        }

        return PlatformSet.All;
    }

    private static PlatformSet Named(ISymbol symbol, string attribute)
    {
        PlatformSet platforms = PlatformSet.None;
        foreach (AttributeData said in symbol.GetAttributes())
        {
            if (said.AttributeClass.Is(Versioning, attribute) && said.First<string>() is { } name)
            {
                platforms = platforms.Union(PlatformNames.Find(SystemOf(name)));
            }
        }

        return platforms;
    }

    // 'windows10.0.19041' has the version behind the name.
    private static string SystemOf(string platform) => new string([.. platform.TakeWhile(char.IsLetter)]).ToLowerInvariant() switch
    {
        "windows" => "win",
        "macos" or "osx" => "osx",
        var name => name,
    };
}
