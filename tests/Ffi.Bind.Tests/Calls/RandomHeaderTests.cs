using System.Reflection;
using System.Runtime.InteropServices;
using Ffi.Abi.Tests.Model;
using Ffi.Abi.Tests.Running;
using Ffi.Abi.Tests.Sources;
using Ffi.Bind.Tests.Testing;
using Ffi.Bindgen;

namespace Ffi.Bind.Tests.Calls;

/// <summary>Random functions, written as a C header, bound, and called: C sees each argument as it was passed, and C# each
/// result.</summary>
public sealed class RandomHeaderTests
{
    private const int Functions = 1000;

    [Fact]
    public void BoundFunctions_PassAndReturnWhatCDoes()
    {
        CaseSet set = CaseSets.Of("unmarshalled", CaseSets.Seed, Functions);
        string folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "random-headers")).FullName;
        string library = Path.Combine(folder, "librandom.so");
        File.WriteAllText(Path.Combine(folder, "random.c"), CSource.Write(set));
        CCompiler.Compile(Path.Combine(folder, "random.c"), library);

        BindResult bound = Bound.Header(HeaderSource.Write(set), $"class Library\nstrip none_").Result;
        string source = bound.Source.Replace("[NativeLibrary(\"test\")]", $"[NativeLibrary(@\"{library}\")]", StringComparison.Ordinal);
        Assert.Empty(bound.Unbound);
        Assembly assembly = BindingCompiler.Load(
            "[assembly: System.Runtime.CompilerServices.DisableRuntimeMarshalling]",
            source,
            HeaderSource.Calls(set, "Bound.Test", "Library"));

        var all = (Action<nint, nint>[])
            assembly.GetType($"Bound.Test.{HeaderSource.ClassName}", throwOnError: true)!.GetField("All")!.GetValue(null)!;
        IReadOnlyList<Mismatch> mismatches = CaseCalls.FindMismatches(
            set,
            all,
            NativeLibrary.GetExport(NativeLibrary.Load(library), "abi_last_sum"));
        Assert.True(
            mismatches.Count == 0,
            $"{mismatches.Count} of {set.Cases.Count} functions differ. Their sources are in {folder}.\n{string.Join("\n", mismatches.Take(5))}"
        );
    }
}
