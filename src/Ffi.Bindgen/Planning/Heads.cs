using Ffi.Bindgen.Planning.Documentation;

namespace Ffi.Bindgen.Planning;

/// <summary>Makes what stands above declarations.</summary>
internal static class Heads
{
    /// <summary>With a comment of the header, or, where there is none, what else is to say.</summary>
    /// <param name="comment">The header's comment.</param>
    /// <param name="otherwise">XML.</param>
    /// <param name="attributes">Attributes in their brackets.</param>
    public static HeadPlan Of(string? comment, string otherwise, params IReadOnlyList<string> attributes) => new()
    {
        Documentation = CommentDocumentation.Of(comment, otherwise, [], hasResult: false),
        Attributes = attributes,
    };

    /// <summary>Of a function, with what is said of its parameters and result.</summary>
    public static HeadPlan OfFunction(
        string? comment,
        string otherwise,
        IReadOnlyList<(string CName, string Name)> parameters,
        bool hasResult,
        IReadOnlyList<string> attributes
    ) => new() { Documentation = CommentDocumentation.Of(comment, otherwise, parameters, hasResult), Attributes = attributes };
}
