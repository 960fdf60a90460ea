using System.Runtime.InteropServices;
using System.Text;

namespace Ffi.Bindgen.Clang;

/// <summary>The tree that libclang makes of a C source that is in memory.</summary>
internal sealed class TranslationUnit : IDisposable
{
    private readonly IndexHandle _index;

    private TranslationUnit(LibClang clang, IndexHandle index, nint unit)
    {
        _index = index;
        Handle = new UnitHandle(clang, unit);
        Root = clang.RootOf(Handle);
    }

    public UnitHandle Handle { get; }

    /// <summary>The node above all others.</summary>
    public Cursor Root { get; }

    /// <exception cref="InvalidOperationException">libclang failed.</exception>
    public static TranslationUnit Parse(LibClang clang, string source, string[] arguments, ParseOptions options)
    {
        // A name that no header has; libclang looks in memory first.
        const string Name = "ffi-headers.c";
        byte[] name = Encoding.UTF8.GetBytes(Name + "\0");
        byte[] contents = Encoding.UTF8.GetBytes(source);
        using PinnedBytes pinnedName = new(name);
        using PinnedBytes pinnedContents = new(contents);
        UnsavedFile file = new(pinnedName.Address, pinnedContents.Address, new CULong((nuint)contents.Length));
        IndexHandle index = new(clang, clang.CreateIndex(excludeDeclarations: 0, displayDiagnostics: 0));
        int error = clang.Parse(index, Name, arguments, arguments.Length, [file], 1, options, out nint unit);
        if (error != 0)
        {
            index.Dispose();
            throw new InvalidOperationException($"libclang ended with error {error}, called with {string.Join(' ', arguments)}.");
        }

        return new TranslationUnit(clang, index, unit);
    }

    public void Dispose()
    {
        Handle.Dispose();
        _index.Dispose();
    }

    private sealed class PinnedBytes(byte[] bytes) : IDisposable
    {
        private GCHandle _handle = GCHandle.Alloc(bytes, GCHandleType.Pinned);

        public nint Address => _handle.AddrOfPinnedObject();

        public void Dispose() => _handle.Free();
    }
}
