namespace Sqlite;

/// <summary>What SQLite says of a failure.</summary>
internal sealed class SqliteException(string? message) : Exception(message);
