using System.Runtime.InteropServices;

namespace Clang;

/// <summary>A <c>CXTranslationUnit</c>: one parsed file.</summary>
internal sealed class UnitHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        ClangLibrary.DisposeUnit(handle);
        return true;
    }
}
