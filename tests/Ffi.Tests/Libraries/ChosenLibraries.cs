using System.Reflection;
using System.Runtime.InteropServices;

namespace Ffi.Tests.Libraries;

/// <summary>The C fixture under names that no file has, so that a function can be called only if the test chose the file.</summary>
internal static class ChosenLibraries
{
    /// <summary>What the assembly's resolver was asked for, with the search path.</summary>
    public static List<(string Name, Assembly Assembly, DllImportSearchPath? SearchPath)> Asked { get; } = [];

    public static string FixturePath { get; } = Path.Join(
        AppContext.BaseDirectory,
        OperatingSystem.IsWindows() ? "benchmarktest.dll" : OperatingSystem.IsMacOS() ? "libbenchmarktest.dylib" : "libbenchmarktest.so");

    // An assembly has one resolver, once and for all.
    private static readonly bool s_isInstalled = Install();

    public static void Use() => Assert.True(s_isInstalled);

    private static bool Install()
    {
        NativeLibrary.SetDllImportResolver(typeof(ChosenLibraries).Assembly, Resolve);
        return true;
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        lock (Asked)
        {
            Asked.Add((name, assembly, searchPath));
        }

        return name switch
        {
            "found by the resolver" => NativeLibrary.Load(FixturePath),
            "refused by the resolver" => throw new NotSupportedException("not this one"),
            _ => 0,
        };
    }
}

/// <summary>The assembly's resolver loads it.</summary>
[NativeLibrary("found by the resolver", Optional = true)]
internal static partial class ResolvedLibrary
{
    [NativeFunction("sum_int32_2")] internal static partial long Sum(int a, int b);
    [NativeFunction("sum_int32_3", Optional = true)] internal static partial long Sum(int a, int b, int c);
    [NativeFunction("no_such_symbol", Optional = true)] internal static partial long Nothing();
}

/// <summary>The assembly's resolver throws.</summary>
[NativeLibrary("refused by the resolver")]
internal static partial class RefusedLibrary
{
    [NativeFunction("sum_int32_2")] internal static partial long Sum(int a, int b);
}

/// <summary>The program chooses its file.</summary>
[NativeLibrary("chosen by the program")]
internal static partial class ChosenLibrary
{
    [NativeFunction("weigh_int32_2")] internal static partial long Weigh(int a, int b);
}

/// <summary>Its file is chosen, and not there.</summary>
[NativeLibrary("chosen in vain", Optional = true)]
internal static partial class VainLibrary
{
    [NativeFunction("weigh_int32_2")] internal static partial long Weigh(int a, int b);
}

/// <summary>Nobody has it.</summary>
[NativeLibrary("nowhere to be found", Optional = true)]
internal static partial class MissingLibrary
{
    [NativeFunction("f", Optional = true)] internal static partial int F();
}

/// <summary>Nobody has it, and its symbols are bound together.</summary>
[NativeLibrary("nowhere to be found", Binding = NativeBinding.Eager)]
internal static partial class MissingEagerLibrary
{
    [NativeFunction("f", Optional = true)] internal static partial int F();
    [NativeFunction("g")] internal static partial int G();
}

/// <summary>The load context of its assembly, or who handles the context's event, knows it.</summary>
[NativeLibrary("known to the context")]
internal static partial class ContextLibrary
{
    [NativeFunction("sum_int32_2")] internal static partial long Sum(int a, int b);
}
