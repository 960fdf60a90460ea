// A section is a program of its own: what Bug does is reported where marked, what Right does is not.

//// finalizer: frees on its own thread, or posts the free to the thread that uses the handle
sealed class Bug
{
    private IntPtr _statement = Database.db_prepare(0);
    ~Bug() => Database.db_finalize(_statement);
    public int Step() => Database.db_step({|FFI1009:_statement|});
}
sealed class Right
{
    private static readonly System.Collections.Concurrent.ConcurrentQueue<IntPtr> s_dead = new();
    private IntPtr _statement = Database.db_prepare(0);
    ~Right() => QueueFinalize(_statement);
    public int Step() => Database.db_step(_statement);
    public static void FinalizeDead() { while (s_dead.TryDequeue(out IntPtr statement)) Database.db_finalize(statement); }
    private static void QueueFinalize(IntPtr statement) => s_dead.Enqueue(statement);
}
sealed class RightByContext
{
    private readonly SynchronizationContext _thread = SynchronizationContext.Current!;
    private IntPtr _statement = Database.db_prepare(0);
    ~RightByContext() => Dispose(false);
    public int Step() => Database.db_step(_statement);
    private void Dispose(bool isDisposing)
    {
        IntPtr statement = _statement;
        _statement = IntPtr.Zero;
        if (isDisposing)
        {
            Database.db_finalize(statement);
        }
        else
        {
            _thread.Post(_ => Database.db_finalize(statement), null);
        }
    }
}
