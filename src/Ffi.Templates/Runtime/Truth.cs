using System.Diagnostics.CodeAnalysis;

namespace Ffi.Templates;

/// <summary>What counts as true in a template: <c>true</c>, and whatever is there.</summary>
/// <remarks>An empty text is there. A number always is, so that asking whether it is does not compile.</remarks>
internal static class Truth
{
    public static bool Is(bool value) => value;

    public static bool Is<T>([NotNullWhen(true)] T? value)
        where T : class => value is not null;

    public static bool Is<T>([NotNullWhen(true)] T? value)
        where T : struct => value is not null;
}
