using System.Runtime.InteropServices;

namespace Clang;

/// <summary>A <c>CXIndex</c>: what files are parsed into.</summary>
internal sealed class IndexHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        ClangLibrary.DisposeIndex(handle);
        return true;
    }
}
