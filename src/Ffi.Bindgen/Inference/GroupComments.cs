using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Inference;

/// <summary>The comment above functions that follow each other: it describes all of them.</summary>
internal sealed class GroupComments
{
    private const int MostLines = 12; // Between two functions of a group.

    private readonly Dictionary<CFunction, string?> _comments = new(ReferenceEqualityComparer.Instance);

    public GroupComments(HeaderDigest digest)
    {
        string? comment = null;
        CFunction? before = null;
        foreach (CFunction function in digest.Functions)
        {
            bool continues =
                function.Documentation is null
                && before?.Location is { } last
                && function.Location is { } here
                && last.File == here.File
                && here.Line - last.Line is >= 0 and <= MostLines;
            comment = continues ? comment : function.Documentation;
            before = function;
            _comments[function] = comment;
        }
    }

    public string? Of(CFunction function) => _comments.GetValueOrDefault(function);
}
