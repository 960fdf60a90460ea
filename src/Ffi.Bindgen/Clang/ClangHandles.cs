using System.Runtime.InteropServices;

namespace Ffi.Bindgen.Clang;

/// <summary>A <c>CXIndex</c>: what files are parsed into.</summary>
internal sealed class IndexHandle(LibClang clang, nint index) : ClangHandle(index)
{
    protected override void Dispose(nint index) => clang.DisposeIndex(index);
}

/// <summary>A <c>CXTranslationUnit</c>: one parsed file.</summary>
internal sealed class UnitHandle(LibClang clang, nint unit) : ClangHandle(unit)
{
    protected override void Dispose(nint unit) => clang.DisposeUnit(unit);
}

/// <summary>What libclang made and takes back.</summary>
internal abstract class ClangHandle : SafeHandle
{
    protected ClangHandle(nint value)
        : base(0, ownsHandle: true) => SetHandle(value);

    public override bool IsInvalid => handle == 0;

    protected abstract void Dispose(nint value);

    protected override bool ReleaseHandle()
    {
        Dispose(handle);
        return true;
    }
}
