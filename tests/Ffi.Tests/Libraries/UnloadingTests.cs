using System.Runtime.CompilerServices;
using Ffi.Tests.Testing;

namespace Ffi.Tests.Libraries;

public sealed unsafe class UnloadingTests : IDisposable
{
    private readonly NativeCompiler _compiler = new();
    private readonly SharedCounter _unloads = new();

    public void Dispose() => _compiler.Dispose();

    [LinuxFact]
    public void Dispose_AfterCalls_UnloadsBeforeItReturns()
    {
        NativeModule module = LoadReporting(out Unloadable library);
        Assert.Equal(1, library.Answer());
        Assert.Equal(0, _unloads.Value);

        module.Dispose();

        Assert.Equal(1, _unloads.Value);
    }

    [LinuxFact]
    public void Dispose_OfAModuleThatIsOldInTheHeap_UnloadsBeforeItReturns()
    {
        NativeModule module = LoadReporting(out Unloadable library);
        GC.Collect();
        GC.Collect();
        Assert.Equal(1, library.Answer());

        module.Dispose();

        Assert.Equal(1, _unloads.Value);
    }

    [LinuxFact]
    public void Dispose_WhereNothingWasBound_UnloadsToo()
    {
        NativeModule module = NativeModule.Load(_compiler.Compile("libunloadable.so", ""));
        ((delegate* unmanaged<int*, void>)module.GetSymbol("unloadable_report_to"))(_unloads.Address);

        module.Dispose();

        Assert.Equal(1, _unloads.Value);
    }

    [LinuxFact]
    public void AFunctionOfAnUnloadedModule_ThrowsAndNamesLibraryAndSymbol()
    {
        NativeModule module = LoadReporting(out Unloadable library);
        Assert.Equal(1, library.Answer());
        module.Dispose();

        ObjectDisposedException thrown = Assert.Throws<ObjectDisposedException>(() => library.Answer());

        Assert.Contains("unloadable_answer", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(module.Path, thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ObjectDisposedException>(() => module.GetSymbol("unloadable_answer"));
        Assert.Throws<ObjectDisposedException>(() => new Unloadable(module));
    }

    [LinuxFact]
    public void Dispose_Twice_UnloadsOnce()
    {
        NativeModule module = LoadReporting(out _);
        using NativeModule second = NativeModule.Load(module.Path);

        module.Dispose();
        module.Dispose();

        Assert.Equal(0, _unloads.Value);
        Assert.NotEqual(0, second.GetSymbol("unloadable_answer"));
    }

    [LinuxFact]
    public void TwoModulesOfOneFile_AreIndependent()
    {
        NativeModule first = LoadReporting(out Unloadable library);
        NativeModule second = NativeModule.Load(first.Path);
        var secondLibrary = new Unloadable(second);

        first.Dispose();
        Assert.Equal(1, secondLibrary.Answer());
        Assert.Throws<ObjectDisposedException>(() => library.Answer());
        Assert.Equal(0, _unloads.Value);

        second.Dispose();
        Assert.Equal(1, _unloads.Value);
    }

    [LinuxFact]
    public void AChangedLibraryAtTheSamePath_IsLoadedAfterTheOldOneIsDisposed()
    {
        string path = _compiler.Compile("libunloadable.so", "-DANSWER=3");
        using (NativeModule old = NativeModule.Load(path))
        {
            Assert.Equal(3, new Unloadable(old).Answer());
        }

        _compiler.Compile("libunloadable.so", "-DANSWER=5");
        using NativeModule changed = NativeModule.Load(path);

        Assert.Equal(5, new Unloadable(changed).Answer());
    }

    [LinuxFact]
    public void Dispose_WhileACallIsInFlight_UnloadsOnlyAfterItHasReturned()
    {
        SharedCounter entered = new(), released = new();
        NativeModule module = LoadReporting(out Unloadable library);
        int result = 0;
        var caller = new Thread(() => result = library.Wait(entered.Address, released.Address));
        caller.Start();
        Assert.True(entered.Reaches(1));

        module.Dispose();
        GC.Collect();
        GC.WaitForPendingFinalizers();

        Assert.Equal(0, _unloads.Value);
        Assert.Throws<ObjectDisposedException>(() => library.Answer());

        released.Value = 1;
        caller.JoinOrFail();
        Assert.Equal(11, result);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.Equal(1, _unloads.Value);
    }

    [LinuxFact]
    public void AModuleThatNobodyDisposed_StaysLoadedWhenItIsCollected()
    {
        WeakReference module = LoadAndForget();

        GC.Collect();
        GC.WaitForPendingFinalizers();

        Assert.False(module.IsAlive);
        Assert.Equal(0, _unloads.Value);
    }

    [LinuxFact]
    public void AnObjectThatIsBeingFinalized_FindsItsLibraryUnloaded()
    {
        var finalized = new Finalized();
        NativeModule module = NativeModule.Load(_compiler.Compile("libunloadable.so", ""));
        MakeFinalizable(module, finalized);

        module.Dispose();
        finalized.IsExpected = true;
        GC.Collect();
        GC.WaitForPendingFinalizers();

        Assert.IsType<ObjectDisposedException>(finalized.Thrown);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MakeFinalizable(NativeModule module, Finalized finalized)
    {
        var library = new Unloadable(module);
        Assert.Equal(1, library.Answer());
        _ = new CallsWhenFinalized(library, finalized);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference LoadAndForget()
    {
        NativeModule module = LoadReporting(out Unloadable library);
        Assert.Equal(1, library.Answer());
        return new WeakReference(module);
    }

    private NativeModule LoadReporting(out Unloadable library)
    {
        NativeModule module = NativeModule.Load(_compiler.Compile("libunloadable.so", ""));
        library = new Unloadable(module);
        library.ReportTo(_unloads.Address);
        return module;
    }

    private sealed class Finalized
    {
        public volatile bool IsExpected;
        public Exception? Thrown;
    }

    private sealed class CallsWhenFinalized(Unloadable library, Finalized finalized)
    {
        ~CallsWhenFinalized()
        {
            // Any test's collection may come before the module is disposed.
            if (!finalized.IsExpected)
            {
                GC.ReRegisterForFinalize(this);
                return;
            }

            finalized.Thrown = Record.Exception(() => library.Answer());
        }
    }
}
