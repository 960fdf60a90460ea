using System.Runtime.InteropServices;
using Ffi;

namespace Sqlite;

/// <summary>C# functions that SQL can call.</summary>
/// <remarks>Two static callbacks serve all functions: SQLite passes the delegate's handle along, and says itself when it lets go of it,
/// which may be after the database was disposed.</remarks>
internal static partial class SqlFunction
{
    /// <summary>Adds a function of one number. What it throws becomes an error of the statement that called it.</summary>
    public static ResultCode Add(DatabaseHandle database, string name, Func<long, long> function) => Sqlite3.CreateFunctionV2(
        database,
        name,
        nArg: 1,
        Sqlite3.Utf8,
        GCHandle.ToIntPtr(GCHandle.Alloc(function)),
        CallPointer,
        xStep: 0,
        xFinal: 0,
        ForgetPointer);

    [NativeCallback]
    private static void Call(Context context, int count, [LengthFrom("count")] ReadOnlySpan<Value> arguments)
    {
        try
        {
            var function = (Func<long, long>)GCHandle.FromIntPtr(Sqlite3.UserData(context)).Target!;
            Sqlite3.ResultInt64(context, function(Sqlite3.ValueInt64(arguments[0])));
        }
        catch (Exception exception)
        {
            Sqlite3.ResultError(context, exception.Message, -1);
        }
    }

    // SQLite calls it also where the function could not be added.
    [NativeCallback]
    private static void Forget(nint function) => GCHandle.FromIntPtr(function).Free();
}
