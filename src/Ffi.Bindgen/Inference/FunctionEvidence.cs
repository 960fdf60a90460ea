using Ffi.Bindgen.Planning.Documentation;
using Ffi.Bindgen.Planning.Names;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Inference;

/// <summary>The direction of a pointer.</summary>
internal enum Direction
{
    In,
    Out,
    InOut,
}

/// <summary>All that is known of a function beside its types.</summary>
internal sealed class FunctionEvidence
{
    private readonly CFunction _function;
    private readonly ParsedComment _comment;
    private readonly HashSet<int> _nonnull = [];

    public FunctionEvidence(CFunction function, string? groupComment, HandlePairs pairs, Func<string, bool> isFree)
    {
        _function = function;
        Pairs = pairs;
        _comment = ParsedComment.Of(function.Documentation);
        NameWords = Words.Of(function.Name);
        ReadNonnull();
        Comment = function.Documentation ?? groupComment;
        AllocationFree = Allocations.FreeOf(function, isFree);
        MallocFree =
            function.Attributes.FirstOrDefault(static attribute => attribute.Name == "malloc")?.Arguments.Split(',')[0].Trim()
                is { Length: > 0 } free
            && isFree(free)
                ? free
                : null;
        CommentFree = Comment is null || ReturnsArgument(function) ? null : CommentEvidence.FreedWith(Comment, isFree);
    }

    public HandlePairs Pairs { get; }

    /// <summary>The function that frees what this one allocates, by both names.</summary>
    public string? AllocationFree { get; }

    /// <summary>The function's comment, or that of the functions among which it stands.</summary>
    public string? Comment { get; }

    public IReadOnlyList<string> NameWords { get; }

    /// <summary>The function that an attribute names for what is returned.</summary>
    public string? MallocFree { get; }

    /// <summary>The function that the comment names for what is returned.</summary>
    public string? CommentFree { get; }

    /// <summary>What the header says of the direction of a parameter.</summary>
    public Fact<Direction>? DirectionOf(int index)
    {
        string? direction = _function.Parameters[index].Name is { } name ? _comment.Parameters.GetValueOrDefault(name)?.Direction : null;
        return direction switch
        {
            "out" => new(Direction.Out, Certainty.Likely, "@param[out]"),
            "in,out" or "inout" or "out,in" => new(Direction.InOut, Certainty.Likely, "@param[in,out]"),
            "in" => new(Direction.In, Certainty.Likely, "@param[in]"),
            _ => null,
        };
    }

    /// <summary>Whether a comment lets a parameter be NULL, and no attribute forbids it.</summary>
    public bool AllowsNull(int index) =>
        !_nonnull.Contains(index)
        && _function.Parameters[index].Name is { } name
        && _comment.Parameters.GetValueOrDefault(name) is { } said
        && CommentEvidence.AllowsNull(said.Text);

    /// <summary>Whether a function writes into text of the caller's, which is what it then returns.</summary>
    public static bool ReturnsArgument(CFunction function) =>
        function.Parameters.Any(static parameter =>
            parameter.Type.First is PointerType { IsConst: false, Target: PrimitiveType { Primitive: Primitive.Char } });

    /// <summary>What the comment says of a parameter.</summary>
    public string SaidOf(int index) =>
        _function.Parameters[index].Name is { } name ? _comment.Parameters.GetValueOrDefault(name)?.Text ?? "" : "";

    // nonnull counts from 1, and without numbers means all.
    private void ReadNonnull()
    {
        foreach (CAttribute attribute in _function.Attributes.Where(static attribute => attribute.Name == "nonnull"))
        {
            _nonnull.UnionWith(attribute.Arguments.Length == 0
                ? Enumerable.Range(0, _function.Parameters.Count)
                : attribute.Arguments.Split(',').Select(static number => int.TryParse(number, out int place) ? place - 1 : -1));
        }
    }
}
