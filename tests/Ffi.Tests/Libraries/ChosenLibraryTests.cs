namespace Ffi.Tests.Libraries;

public class ChosenLibraryTests
{
    public ChosenLibraryTests() => ChosenLibraries.Use();

    [Fact]
    public void Resolver_OfTheAssembly_IsAskedFirst_AndOnce()
    {
        Assert.Equal(6, ResolvedLibrary.Sum(2, 4));
        Assert.Equal(14, ResolvedLibrary.Sum(2, 4, 8));
        Assert.True(ResolvedLibrary.IsSumAvailable);
        Assert.False(ResolvedLibrary.IsNothingAvailable);
        Assert.True(ResolvedLibrary.IsLibraryAvailable);

        lock (ChosenLibraries.Asked)
        {
            var asked = Assert.Single(ChosenLibraries.Asked, asked => asked.Name == "found by the resolver");
            Assert.Equal((typeof(ResolvedLibrary).Assembly, null), (asked.Assembly, asked.SearchPath));
        }
    }

    [Fact]
    public void Resolver_ThatThrows_ThrowsOutOfTheCall() =>
        Assert.Equal("not this one", Assert.Throws<NotSupportedException>(() => RefusedLibrary.Sum(1, 2)).Message);

    [Fact]
    public void PathSetInTime_IsLoaded_AndLaterOnesAreRefused()
    {
        NativeLibraryPaths.Set("chosen by the program", "/nowhere/yet");
        NativeLibraryPaths.Set("chosen by the program", ChosenLibraries.FixturePath);

        Assert.Equal(2 + (2 * 4), ChosenLibrary.Weigh(2, 4));

        InvalidOperationException late = Assert.Throws<InvalidOperationException>(() =>
            NativeLibraryPaths.Set("chosen by the program", "/elsewhere"));
        Assert.Contains("'chosen by the program'", late.Message, StringComparison.Ordinal);
        Assert.Equal(2 + (2 * 4), ChosenLibrary.Weigh(2, 4));
    }

    [Fact]
    public void PathThatDoesNotLoad_IsNamedByTheException_AndMayBeCorrected()
    {
        NativeLibraryPaths.Set("chosen in vain", "/nowhere/libvain.so");

        Assert.False(VainLibrary.IsLibraryAvailable);
        NativeLibraryNotFoundException thrown = Assert.Throws<NativeLibraryNotFoundException>(() => VainLibrary.Weigh(1, 2));
        Assert.Equal("chosen in vain", thrown.Library);
        Assert.Contains("NativeLibraryPaths has chosen '/nowhere/libvain.so' for it.", thrown.Message, StringComparison.Ordinal);
        Assert.EndsWith("libvain.so", Assert.Single(thrown.Attempts).Candidate, StringComparison.Ordinal);

        NativeLibraryPaths.Set("chosen in vain", ChosenLibraries.FixturePath);
        Assert.True(VainLibrary.IsLibraryAvailable);
        Assert.Equal(2 + (2 * 4), VainLibrary.Weigh(2, 4));
    }

    [Fact]
    public void PathOfAModule_HoldsForEachLoad()
    {
        Assert.False(NativeModule.TryLoad("a module of many places", out _));

        NativeLibraryPaths.Set("a module of many places", ChosenLibraries.FixturePath);
        using (NativeModule module = NativeModule.Load("a module of many places"))
        {
            Assert.True(module.TryGetSymbol("sum_int32_2", out _));
        }

        NativeLibraryPaths.Set("a module of many places", "/nowhere/libmodule.so");
        Assert.False(NativeModule.TryLoad("a module of many places", out _));
        Assert.Contains(
            "/nowhere/libmodule.so",
            Assert.Throws<NativeLibraryNotFoundException>(() => NativeModule.Load("a module of many places")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void PathOfTheRuntimeConfiguration_IsLoaded()
    {
        AppDomain.CurrentDomain.SetData("Ffi.LibraryPath.a module of the configuration", ChosenLibraries.FixturePath);

        using NativeModule module = NativeModule.Load("a module of the configuration");

        Assert.True(module.TryGetSymbol("sum_int32_2", out _));
    }

    [Fact]
    public void Resolver_SetAfterALibraryIsLoaded_IsRefused()
    {
        _ = ResolvedLibrary.Sum(2, 4);

        InvalidOperationException late = Assert.Throws<InvalidOperationException>(() => NativeLibraryPaths.SetResolver((_, _) => null));

        Assert.Contains("'found by the resolver'", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_AreChecked()
    {
        Assert.Throws<ArgumentException>(() => NativeLibraryPaths.Set("", "x"));
        Assert.Throws<ArgumentException>(() => NativeLibraryPaths.Set("x", ""));
        Assert.Throws<ArgumentNullException>(() => NativeLibraryPaths.SetResolver(null!));
    }

    [Fact]
    public void Availability_OfALibraryThatIsMissing_IsFalse()
    {
        Assert.False(MissingLibrary.IsLibraryAvailable);
        Assert.False(MissingLibrary.IsFAvailable);
        Assert.False(MissingEagerLibrary.IsFAvailable);
        Assert.Throws<NativeLibraryNotFoundException>(() => MissingLibrary.F());
        Assert.Throws<NativeLibraryNotFoundException>(() => MissingEagerLibrary.G());
    }

    [Fact]
    public void Set_WhileOtherThreadsLoad_IsSeenOrRefused()
    {
        using var start = new Barrier(4);
        int refused = 0;
        var threads = Enumerable.Range(0, 4).Select(index => new Thread(() =>
        {
            start.SignalAndWait();
            for (int round = 0; round < 200; round++)
            {
                try
                {
                    NativeLibraryPaths.Set($"raced {round}", ChosenLibraries.FixturePath);
                    using NativeModule module = NativeModule.Load($"raced {round}");
                }
                catch (Exception exception) when (exception is InvalidOperationException or NativeLibraryNotFoundException)
                {
                    Interlocked.Increment(ref refused);
                }
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.Equal(0, refused);
    }
}
