using Ffi.Bindgen.Clang;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Reading;

/// <summary>Where a declaration stands, its comment, its attributes.</summary>
internal sealed class ItemFacts(LibClang clang, SourceFiles files, bool includeDocumentation)
{
    private readonly AttributeReader _attributes = new(clang);

    public SourceFile FileOf(Cursor cursor)
    {
        clang.Locate(clang.LocationOf(cursor), out nint file, out _, out _, out _);
        return files.Find(file);
    }

    /// <summary>Adds what every declaration has. The place of one that is not the library's differs from system to system, and is not
    /// useful.</summary>
    public T Describe<T>(Cursor cursor, T item)
        where T : CItem
    {
        clang.Locate(clang.LocationOf(cursor), out nint handle, out uint line, out _, out _);
        SourceFile file = files.Find(handle);
        return file.IsOwn
            ? item with
            {
                Location = new SourceLocation(file.Name, (int)line),
                Documentation = DocumentationOf(cursor),
                Attributes = AttributesOf(cursor),
            }
            : item;
    }

    public EquatableArray<CAttribute> AttributesOf(Cursor cursor) => clang.HasAttributes(cursor) == 0 ? default : _attributes.Read(cursor);

    public string? DocumentationOf(Cursor cursor) =>
        includeDocumentation && clang.Take(clang.CommentOf(cursor)) is { Length: > 0 } comment ? CommentText.Of(comment) : null;
}
