namespace Ffi.Analyzers.Liveness.Engine;

/// <summary>Where a value is kept: a variable of the frame (a symbol, a flow capture, memory of the frame) and a path of fields in it,
/// or, with no root, a place of the heap by its text.</summary>
internal sealed record Place(object? Root, string Path)
{
    public bool IsHeap => Root is null;

    public Place Member(string path) => new(Root, Path + path);
}
