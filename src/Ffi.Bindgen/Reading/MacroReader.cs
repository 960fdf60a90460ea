using System.Text;
using Ffi.Bindgen.Clang;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Reading;

/// <summary>Gathers the library's macros.</summary>
internal sealed class MacroReader(LibClang clang, SourceFiles files)
{
    private readonly Dictionary<string, MacroText> _macros = new(StringComparer.Ordinal);

    /// <summary>The macros, in order; of one that is defined again, the last definition.</summary>
    public IEnumerable<MacroText> All => _macros.Values;

    public void Add(Cursor cursor)
    {
        ClangRange extent = clang.ExtentOf(cursor);
        clang.Locate(clang.StartOf(extent), out nint handle, out uint line, out _, out uint start);
        SourceFile file = files.Find(handle);
        if (!file.IsOwn)
        {
            return;
        }

        clang.Locate(clang.EndOf(extent), out _, out _, out _, out uint end);
        string text = Encoding.UTF8.GetString(file.Bytes.AsSpan((int)start, (int)(end - start)));
        MacroText macro = MacroText.Parse(text, clang.IsFunctionLike(cursor) != 0, new SourceLocation(file.Name, (int)line));
        _macros[macro.Name] = macro;
    }
}
