namespace Ffi.Generators.Emission;

/// <summary>Members that another template writes.</summary>
internal static class MembersTemplate
{
    public static void Of(Layout layout, Action<Layout> members) => members(layout);
}
