using System.Globalization;
using Ffi.CompilerServices;

namespace Ffi.Tests.NativeCalls;

/// <summary>One thunk a function, however many functions and threads there are, in memory that is never writable and executable.</summary>
public class VariadicThunkTests
{
    [SystemVFact]
    public void For_TheSameFunctionOnManyThreads_GivesOneThunk()
    {
        nint function = Fixture.Function("echo_float_x3");
        var thunks = new nint[64];

        Parallel.For(0, thunks.Length, i => thunks[i] = VariadicThunk.For(function));

        Assert.NotEqual(function, thunks[0]);
        Assert.Single(thunks.Distinct());
    }

    [SystemVFact]
    public void For_MoreFunctionsThanAPageHasThunks_ReachesEachOfThem()
    {
        // Addresses that are never called, to fill pages between the two that are.
        nint[] thunks = [.. Enumerable.Range(1, 1_100).Select(i => VariadicThunk.For(i))];
        nint first = VariadicThunk.For(Fixture.Function("record_int32_2"));
        nint last = VariadicThunk.For(Fixture.Function("record_int32_3"));

        Assert.Equal(thunks.Length, thunks.Distinct().Count());
        Assert.Equal(2, NativeCall.Invoke(first, NativeType.Int32, [7, 8]).AsInt32());
        Assert.Equal(3, NativeCall.Invoke(last, NativeType.Int32, [7, 8, 9]).AsInt32());
    }

    [SystemVFact]
    public void Thunk_StandsInMemoryThatCannotBeWritten()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        nint thunk = VariadicThunk.For(Fixture.Function("weigh_variadic"));

        Assert.Equal("r-xp", File.ReadLines("/proc/self/maps").Single(line => Holds(line, thunk)).Split(' ')[1]);
    }

    // proc(5): "start-end permissions ...", the addresses in hexadecimal.
    private static bool Holds(string mapping, nint address)
    {
        string[] range = mapping.Split(' ')[0].Split('-');
        return address >= Address(range[0]) && address < Address(range[1]);

        static nint Address(string text) => (nint)ulong.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}
