using Ffi.Tests.Libraries;

namespace Ffi.Tests.Delegates;

public sealed class UnloadRaceTests : IDisposable
{
    private readonly NativeCompiler _compiler = new();

    public void Dispose() => _compiler.Dispose();

    [LinuxFact]
    public async Task FourThreadsBindAndCall_WhileModulesLoadAndUnload_AndMeetOnlyObjectDisposed()
    {
        string path = _compiler.Compile("libunloadable.so", "-DANSWER=42");
        using SharedModule shared = new(path);
        using CancellationTokenSource stop = new();
        using CountdownEvent answered = new(4);

        Task[] callers =
        [
            .. Enumerable.Range(0, 4).Select(index => Task.Run(() => Call(shared, isTyped: index % 2 == 0, answered, stop.Token))),
        ];
        for (int i = 0; i < 200 || !(answered.IsSet || callers.Any(static caller => caller.IsFaulted)); i++)
        {
            shared.Reload();
        }

        await stop.CancelAsync();
        await Task.WhenAll(callers);
    }

    // Every answer is checked; anything thrown but ObjectDisposedException fails the task, and so the test.
    private static void Call(SharedModule shared, bool isTyped, CountdownEvent answered, CancellationToken stop)
    {
        long answers = 0;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                Func<int> answer = isTyped
                    ? shared.Module.GetFunction<Func<int>>("unloadable_answer")
                    : Bind<Func<int>>(shared.Module, "unloadable_answer");
                for (int i = 0; i < 1_000; i++)
                {
                    Assert.Equal(42, answer());
                    if (answers++ == 0)
                    {
                        answered.Signal();
                    }
                }
            }
            catch (ObjectDisposedException)
            {
                // The module went away between two calls; the next round binds to the new one.
            }
        }
    }

    private static TDelegate Bind<TDelegate>(NativeModule module, string name)
        where TDelegate : Delegate => module.GetFunction<TDelegate>(name);

    private sealed class SharedModule(string path) : IDisposable
    {
        private volatile NativeModule _module = NativeModule.Load(path);

        public NativeModule Module => _module;

        public void Reload()
        {
            NativeModule old = _module;
            _module = NativeModule.Load(path);
            old.Dispose();
        }

        public void Dispose() => _module.Dispose();
    }
}
