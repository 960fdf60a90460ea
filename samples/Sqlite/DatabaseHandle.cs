using System.Runtime.InteropServices;

namespace Sqlite;

/// <summary>An open database. Closes once its statements are finished.</summary>
internal sealed class DatabaseHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle() => SqliteLibrary.Close(handle) == SqliteLibrary.Ok;
}
