using System.Runtime.InteropServices;
using Ffi.CompilerServices;
using Ffi.Tests.Testing;

namespace Ffi.Tests.Libraries;

public sealed unsafe class BindingTests : IDisposable
{
    private readonly NativeCompiler _compiler = new();

    public void Dispose() => _compiler.Dispose();

    [Fact]
    public void Bind_FromManyThreads_LooksASymbolUpOnce()
    {
        var source = new CountingSource(name => name == "first" ? 4 : 8);
        var table = new TwoSymbols(source);
        using var start = new Barrier(8);

        var threads = Enumerable.Range(0, 8).Select(_ => new Thread(() =>
        {
            start.SignalAndWait();
            Assert.Equal(4, table.Bind(ref table.First, "first"));
            Assert.Equal(8, table.Bind(ref table.Second, "second"));
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.JoinOrFail());

        Assert.Equal(["first", "second"], source.Asked.Order());
        Assert.Equal((4, 8), (table.First, table.Second));
    }

    [Fact]
    public void Bind_OfAMissingSymbol_NamesIt_AndAsksAgainNextTime()
    {
        bool isThere = false;
        var source = new CountingSource(_ => isThere ? 4 : null);
        var table = new TwoSymbols(source);

        NativeSymbolNotFoundException thrown = Assert.Throws<NativeSymbolNotFoundException>(() => table.Bind(ref table.First, "first"));
        Assert.Equal(("first", null), (thrown.Symbol, thrown.Library));
        Assert.False(table.TryBind(ref table.First, "first"));

        isThere = true;
        Assert.True(table.TryBind(ref table.First, "first"));
        Assert.Equal(4, table.First);
    }

    [Fact]
    public void Bind_OfASourceThatFindsAddressZero_IsAnError()
    {
        var table = new TwoSymbols(new CountingSource(_ => 0));

        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(() => table.Bind(ref table.First, "first"));

        Assert.Contains("'first'", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(CountingSource), thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BindAll_NamesEveryMissingSymbolAtOnce_ButNoOptionalOne()
    {
        var table = new TwoSymbols(new CountingSource(name => name == "second" ? 8 : null));
        nint third = 0, fourth = 0;

        EagerBinding all = table.BindAll();
        all.Bind(ref table.First, "first");
        all.Bind(ref table.Second, "second");
        all.BindOptional(ref third, "third");
        all.Bind(ref fourth, "fourth");
        NativeSymbolNotFoundException? thrown = null;
        try
        {
            all.Complete();
        }
        catch (NativeSymbolNotFoundException exception)
        {
            thrown = exception;
        }

        Assert.Equal(["first", "fourth"], thrown!.Symbols);
        Assert.Equal((0, 8, 0), (table.First, table.Second, third));
    }

    [LinuxFact]
    public void LibraryBinding_BindsBothWays_AndUsesTheNameOfThisSystem()
    {
        var library = new LibraryBinding(typeof(BindingTests), "nosuchlibrary", linux: "m", macOS: "m");
        nint cos = 0, missing = 0;

        EagerBinding all = library.BindAll();
        all.Bind(ref cos, "cos");
        all.BindOptional(ref missing, "nosuchsymbol");
        all.Complete();

        Assert.Equal(0.5, ((delegate* unmanaged<double, double>)cos)(Math.PI / 3), 12);
        Assert.Equal(0, missing);
        Assert.False(library.TryBind(ref missing, "nosuchsymbol"));
        Assert.Contains(
            "libm",
            Assert.Throws<NativeSymbolNotFoundException>(() => library.Bind(ref missing, "nosuchsymbol")).Library,
            StringComparison.Ordinal);
    }

    [Fact]
    public void LibraryBinding_OfAMissingLibrary_ListsWhatItTried()
    {
        var library = new LibraryBinding(typeof(BindingTests), "nosuchlibrary", searchPath: DllImportSearchPath.AssemblyDirectory);
        nint slot = 0;

        NativeLibraryNotFoundException thrown = Assert.Throws<NativeLibraryNotFoundException>(() => library.Bind(ref slot, "f"));

        string folder = Path.GetDirectoryName(typeof(BindingTests).Assembly.Location)!;
        Assert.All(thrown.Attempts, attempt => Assert.StartsWith(folder, attempt.Candidate, StringComparison.Ordinal));
    }

    [LinuxFact]
    public void BindingAndCalling_WhileModulesComeAndGo_OnlyEverMeetsObjectDisposed()
    {
        string path = _compiler.Compile("libunloadable.so", "-DANSWER=6");
        NativeModule module = NativeModule.Load(path);
        var library = new Unloadable(module);
        bool isOver = false;
        int answers = 0, refusals = 0;
        Exception? other = null;
        var callers = Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            while (!Volatile.Read(ref isOver))
            {
                try
                {
                    Unloadable current = Volatile.Read(ref library);
                    if (current.Answer() != 6)
                    {
                        throw new InvalidOperationException("a wrong answer");
                    }

                    Interlocked.Increment(ref answers);
                }
                catch (ObjectDisposedException)
                {
                    Interlocked.Increment(ref refusals);
                }
                catch (Exception exception)
                {
                    other = exception;
                }
            }
        })).ToList();
        callers.ForEach(caller => caller.Start());

        for (int round = 0; round < 40; round++)
        {
            int answersBefore = Volatile.Read(ref answers), refusalsBefore = Volatile.Read(ref refusals);
            Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref answers) > answersBefore || other is not null, Patience.Limit));
            module.Dispose();
            Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref refusals) > refusalsBefore || other is not null, Patience.Limit));
            module = NativeModule.Load(path);
            Volatile.Write(ref library, new Unloadable(module));
        }

        Volatile.Write(ref isOver, true);
        callers.ForEach(caller => caller.JoinOrFail());
        module.Dispose();
        Assert.Null(other);
    }

    [LinuxFact]
    public void AModulesTables_ArePrunedWhenTheyAreCollected()
    {
        using NativeModule module = NativeModule.Load(_compiler.Compile("libunloadable.so", ""));
        var tenants = new ModuleTenants();
        for (int round = 0; round < 20; round++)
        {
            Fill(tenants);
            GC.Collect();
        }

        Assert.InRange(tenants.Count, 1, 250);

        void Fill(ModuleTenants list)
        {
            for (int count = 0; count < 100; count++)
            {
                list.Add(new TwoSymbols(new CountingSource(_ => null)));
            }
        }
    }

    private sealed class TwoSymbols(INativeSymbolSource source) : SymbolTable(source)
    {
        internal nint First;
        internal nint Second;

        protected override void Retire()
        {
            First = 0;
            Second = 0;
        }
    }

    private sealed class CountingSource(Func<string, nint?> find) : INativeSymbolSource
    {
        private readonly Lock _lock = new();

        public List<string> Asked { get; } = [];

        public bool TryGetSymbol(string name, out nint address)
        {
            lock (_lock)
            {
                Asked.Add(name);
            }

            nint? found = find(name);
            address = found ?? 0;
            return found is not null;
        }
    }
}
