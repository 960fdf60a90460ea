using System.Runtime.InteropServices;
using Ffi;

namespace Sqlite;

/// <summary>C# functions that SQL can call.</summary>
/// <remarks>Two static callbacks serve all functions: SQLite passes the delegate's handle along, and says itself when it lets go of it, which
/// may be after the database was disposed.</remarks>
internal static partial class SqlFunction
{
    private const int Utf8 = 1; // SQLITE_UTF8

    /// <summary>Adds a function of one number. What it throws becomes an error of the statement that called it.</summary>
    public static int Add(DatabaseHandle database, string name, Func<long, long> function) => SqliteLibrary.CreateFunction(
        database, name, argumentCount: 1, Utf8, GCHandle.ToIntPtr(GCHandle.Alloc(function)), CallPointer, step: 0, final: 0, ForgetPointer);

    [NativeCallback]
    private static void Call(nint context, int count, [LengthFrom("count")] ReadOnlySpan<nint> arguments)
    {
        try
        {
            var function = (Func<long, long>)GCHandle.FromIntPtr(SqliteLibrary.UserData(context)).Target!;
            SqliteLibrary.ReturnInteger(context, function(SqliteLibrary.ValueInteger(arguments[0])));
        }
        catch (Exception exception)
        {
            SqliteLibrary.ReturnError(context, exception.Message, messageBytes: -1);
        }
    }

    // SQLite calls it also where the function could not be added.
    [NativeCallback]
    private static void Forget(nint function) => GCHandle.FromIntPtr(function).Free();
}
