using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Ffi.Tests.Testing;

namespace Ffi.Tests.Import;

/// <summary>What is the runtime's where it binds a library: the search, the resolver, exceptions, optional symbols.</summary>
public class ImportTests
{
    [Fact]
    public void FunctionsOfOneSymbol_EachHaveTheirImport()
    {
        Assert.Equal(6, Sums.Sum(2, 4));
        Assert.Equal(14, Sums.Sum(2, 4, 8));
    }

    [Fact]
    public void MissingSymbol_ThrowsTheRuntimesException() => Assert.Throws<EntryPointNotFoundException>(() => Sums.Nothing());

    [Fact]
    public void MissingLibrary_ThrowsTheRuntimesException() => Assert.Throws<DllNotFoundException>(() => MissingImport.F());

    [Fact]
    public void OptionalSymbol_IsTold()
    {
        Assert.True(Sums.IsThreeAvailable);
        Assert.False(Sums.IsNothingAvailable);
    }

    [Fact]
    public void OptionalLibrary_IsTold()
    {
        Assert.True(OptionalImport.IsLibraryAvailable);
        Assert.Equal(6, OptionalImport.Sum(2, 4));
        Assert.False(MissingImport.IsLibraryAvailable);
        Assert.False(MissingImport.IsFAvailable);
    }

    [Fact]
    public void ResolverOfTheAssembly_ChoosesTheFile_OfCallsAndOfQuestions()
    {
        Resolver.Use();

        Assert.True(ResolvedImport.IsLibraryAvailable);
        Assert.True(ResolvedImport.IsSumAvailable);
        Assert.False(ResolvedImport.IsNothingAvailable);
        Assert.Equal(6, ResolvedImport.Sum(2, 4));
    }

    // The assembly once more, in a folder of its own. Only a search in the assembly's folder finds the libraries there.
    [Fact]
    public void SearchPathOfTheFunction_IsTheRuntimes()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("ffi-apart-");
        string library = OperatingSystem.IsWindows() ? "benchmarktest.dll" : "libbenchmarktest.so";
        foreach (string name in (string[])["apart", "apart_too"])
        {
            string copy = library.Replace("benchmarktest", name, StringComparison.Ordinal);
            File.Copy(Path.Combine(AppContext.BaseDirectory, library), Path.Combine(folder.FullName, copy));
        }

        string path = Path.Combine(folder.FullName, Path.GetFileName(typeof(ImportTests).Assembly.Location));
        File.Copy(typeof(ImportTests).Assembly.Location, path);
        Assembly assembly = new AssemblyLoadContext("apart").LoadFromAssemblyPath(path);

        Assert.Equal(6L, Call(typeof(ApartImport), nameof(ApartImport.SumBesideTheAssembly)));
        Assert.IsType<DllNotFoundException>(
            Assert.Throws<TargetInvocationException>(() => Call(typeof(SystemImport), nameof(SystemImport.SumInTheSystem))).InnerException);

        object? Call(Type type, string name) =>
            assembly.GetType(type.FullName!)!.GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!.Invoke(null, [2, 4]);
    }

    // Binding opens files, which leaves error numbers behind.
    [Fact]
    public void FirstCall_HasNoErrorOfItsBinding()
    {
        Assert.Equal(0, FirstCalls.ErrorBefore(out int error));
        Assert.Equal(0, error);
        Assert.Equal(-7, FirstCalls.Fail(7));
        Assert.Equal(7, Marshal.GetLastPInvokeError());
    }

    [Fact]
    public void VariadicFunction_TakesIntegersAndPointers() =>
        Assert.Equal(Variadic.Weigh("iil"u8, 1, 2, 4), Variadic.Weigh("iil"u8, (sbyte)1, (byte)2, 4));

    [Fact]
    public void Calls_AllocateNothing() => Assert.Equal(0, Allocations.OfAMillion(static () => Sums.Sum(2, 4)));

    private static class Resolver
    {
        static Resolver() => NativeLibrary.SetDllImportResolver(typeof(ImportTests).Assembly, static (name, assembly, searchPath) =>
            name == "found by the resolver" ? NativeLibrary.Load("benchmarktest", assembly, searchPath) : 0);

        public static void Use()
        {
        }
    }
}

[NativeLibrary("benchmarktest")]
internal static partial class Sums
{
    [NativeFunction("sum_int32_2")] internal static partial long Sum(int a, int b);
    [NativeFunction("sum_int32_3")] internal static partial long Sum(int a, int b, int c);
    [NativeFunction("sum_int32_3", Optional = true)] internal static partial long Three(int a, int b, int c);
    [NativeFunction("no_such_symbol", Optional = true)] internal static partial long Nothing();
}

[NativeLibrary("benchmarktest", Optional = true, Binding = NativeBinding.Import)]
internal static partial class OptionalImport
{
    [NativeFunction("sum_int32_2")] internal static partial long Sum(int a, int b);
}

[NativeLibrary("nowhere to be found", Optional = true)]
internal static partial class MissingImport
{
    [NativeFunction("f", Optional = true)] internal static partial int F();
}

[NativeLibrary("found by the resolver", Optional = true)]
internal static partial class ResolvedImport
{
    [NativeFunction("sum_int32_2", Optional = true)] internal static partial long Sum(int a, int b);
    [NativeFunction("no_such_symbol", Optional = true)] internal static partial long Nothing();
}

[NativeLibrary("benchmarktest")]
internal static partial class FirstCalls
{
    [NativeFunction("error_before")] internal static partial int ErrorBefore([LastError] out int error);
    [NativeFunction("fail_with", SetLastError = true)] internal static partial int Fail(int error);
}

[NativeLibrary("nativecall")]
internal static partial class Variadic
{
    [NativeFunction("weigh_variadic", Variadic = 1)]
    internal static partial double Weigh(ReadOnlySpan<byte> kinds, int a, int b, long c);

    [NativeFunction("weigh_variadic", Variadic = 1)]
    internal static partial double Weigh(ReadOnlySpan<byte> kinds, sbyte a, byte b, long c);
}

[NativeLibrary("apart", Binding = NativeBinding.Import)]
internal static partial class ApartImport
{
    [NativeFunction("sum_int32_2"), DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    internal static partial long SumBesideTheAssembly(int a, int b);
}

[NativeLibrary("apart_too", Binding = NativeBinding.Import)]
internal static partial class SystemImport
{
    [NativeFunction("sum_int32_2"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    internal static partial long SumInTheSystem(int a, int b);
}
