using Ffi;

namespace Sqlite;

/// <summary>Called every few steps of a statement. True ends it, and so does an exception.</summary>
[NativeCallback(Default = true)]
public delegate bool Progress(nint user);
