using Ffi.Tests.Libraries;

namespace Ffi.Tests.Delegates;

public sealed class UnloadRaceTests : IDisposable
{
    private readonly NativeCompiler _compiler = new();

    public void Dispose() => _compiler.Dispose();

    [Fact]
    public async Task FourThreadsBindAndCall_WhileModulesLoadAndUnload_AndMeetOnlyObjectDisposed()
    {
        string path = _compiler.Compile("libunloadable.so", "-DANSWER=42");
        using SharedModule shared = new(path);
        using CancellationTokenSource stop = new();

        Task<(long Answers, long Disposals)>[] callers = [.. Enumerable.Range(0, 4).Select(index => Task.Run(() => Call(shared, isTyped: index % 2 == 0, stop.Token)))];
        for (int i = 0; i < 200; i++)
        {
            shared.Reload();
        }

        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(callers), static result => Assert.True(result.Answers > 0));
    }

    // Every answer is checked; anything thrown but ObjectDisposedException fails the task, and so the test.
    private static (long Answers, long Disposals) Call(SharedModule shared, bool isTyped, CancellationToken stop)
    {
        long answers = 0, disposals = 0;
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
                    answers++;
                }
            }
            catch (ObjectDisposedException)
            {
                disposals++;
            }
        }

        return (answers, disposals);
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
