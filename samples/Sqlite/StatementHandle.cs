using System.Runtime.InteropServices;

namespace Sqlite;

/// <summary>A prepared statement.</summary>
internal sealed class StatementHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    // It answers with the error of the last step, which was reported then.
    protected override bool ReleaseHandle()
    {
        _ = SqliteLibrary.Finish(handle);
        return true;
    }
}
