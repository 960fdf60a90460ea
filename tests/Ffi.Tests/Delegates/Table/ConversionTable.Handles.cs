using Ffi.Tests.Handles;

namespace Ffi.Tests.Delegates.Table;

/// <summary>Delegate types that every file of the assembly can name.</summary>
internal static partial class Shapes
{
    public delegate int HandleShape(CountedHandle handle);
    public delegate int HandleOutShape(int value, out CountedHandle handle);
    public delegate int HandleByReferenceShape(ref CountedHandle handle, int value);
    public delegate CountedHandle HandleResultShape(int value);
    public delegate int FreedHandleShape([Frees] CountedHandle handle);
    public delegate int BorrowedHandleShape(BorrowedHandle<CountedHandle> handle);
}

/// <summary>The rows, with the same types again as private ones.</summary>
internal static partial class ConversionTable
{
    private static TableRow[] Handles =>
        [
            new TableRow<Shapes.HandleShape>(
                "Handle",
                "`SafeHandle` in, `out`, `ref`, returned",
                "handle_value",
                static (module, symbol) => module.GetFunction<Shapes.HandleShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenHandle>(symbol),
                static module => module.GetFunction<Shapes.HandleShape>,
                (module, symbol) => module.GetFunction<Shapes.HandleShape>(symbol),
                static f =>
                {
                    using CountedHandle handle = HandleFunctions.Open(5);
                    return $"{f(handle)} {NameOfRefused(() => f(null!))}";
                },
                "5 handle"),
            new TableRow<Shapes.HandleOutShape>(
                "HandleOut",
                "`SafeHandle` in, `out`, `ref`, returned",
                "handle_open_into",
                static (module, symbol) => module.GetFunction<Shapes.HandleOutShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenHandleOut>(symbol),
                static module => module.GetFunction<Shapes.HandleOutShape>,
                (module, symbol) => module.GetFunction<Shapes.HandleOutShape>(symbol),
                static f =>
                {
                    int result = f(6, out CountedHandle handle);
                    using (handle)
                    {
                        return $"{result} {HandleFunctions.Value(handle)}";
                    }
                },
                "0 6"),
            new TableRow<Shapes.HandleByReferenceShape>(
                "HandleByReference",
                "`SafeHandle` in, `out`, `ref`, returned",
                "handle_replace",
                static (module, symbol) => module.GetFunction<Shapes.HandleByReferenceShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenHandleByReference>(symbol),
                static module => module.GetFunction<Shapes.HandleByReferenceShape>,
                (module, symbol) => module.GetFunction<Shapes.HandleByReferenceShape>(symbol),
                static f =>
                {
                    CountedHandle old = HandleFunctions.Open(1),
                        now = old;
                    int kept = f(ref now, -1);
                    bool same = ReferenceEquals(now, old);
                    f(ref now, 8);
                    string told = $"{kept} {same} {HandleFunctions.Value(now)} {HandleFunctions.Value(old)}";
                    now.Dispose();
                    old.Dispose();
                    return told;
                },
                "1 True 8 1"),
            new TableRow<Shapes.HandleResultShape>(
                "HandleResult",
                "`SafeHandle` in, `out`, `ref`, returned",
                "handle_open",
                static (module, symbol) => module.GetFunction<Shapes.HandleResultShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenHandleResult>(symbol),
                static module => module.GetFunction<Shapes.HandleResultShape>,
                (module, symbol) => module.GetFunction<Shapes.HandleResultShape>(symbol),
                static f =>
                {
                    using CountedHandle handle = f(7);
                    using CountedHandle none = f(-1);
                    return $"{HandleFunctions.Value(handle)} {none.IsInvalid}";
                },
                "7 True"),
            new TableRow<Shapes.FreedHandleShape>(
                "FreedHandle",
                "`SafeHandle` with `[Frees]`",
                "handle_close",
                static (module, symbol) => module.GetFunction<Shapes.FreedHandleShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenFreedHandle>(symbol),
                static module => module.GetFunction<Shapes.FreedHandleShape>,
                (module, symbol) => module.GetFunction<Shapes.FreedHandleShape>(symbol),
                static f =>
                {
                    CountedHandle handle = HandleFunctions.Open(5);
                    int closed = f(handle);
                    bool isClosed = handle.IsClosed;
                    handle.Dispose();
                    return $"{closed} {isClosed}";
                },
                "1 True"),
            new TableRow<Shapes.BorrowedHandleShape>(
                "BorrowedHandle",
                "`BorrowedHandle<T>`, from `handle.Borrow()`",
                "handle_value",
                static (module, symbol) => module.GetFunction<Shapes.BorrowedHandleShape>(symbol),
                static (module, symbol) => module.GetFunction<HiddenBorrowedHandle>(symbol),
                static module => module.GetFunction<Shapes.BorrowedHandleShape>,
                (module, symbol) => module.GetFunction<Shapes.BorrowedHandleShape>(symbol),
                static f =>
                {
                    using CountedHandle handle = HandleFunctions.Open(9);
                    using BorrowedHandle<CountedHandle> borrowed = handle.Borrow();
                    return $"{f(borrowed)}";
                },
                "9"),
        ];

    private delegate int HiddenHandle(CountedHandle handle);
    private delegate int HiddenHandleOut(int value, out CountedHandle handle);
    private delegate int HiddenHandleByReference(ref CountedHandle handle, int value);
    private delegate CountedHandle HiddenHandleResult(int value);
    private delegate int HiddenFreedHandle([Frees] CountedHandle handle);
    private delegate int HiddenBorrowedHandle(BorrowedHandle<CountedHandle> handle);
}
