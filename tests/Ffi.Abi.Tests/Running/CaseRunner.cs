using System.Runtime.InteropServices;
using Ffi.Abi.Tests.Model;
using Ffi.Abi.Tests.Sources;

namespace Ffi.Abi.Tests.Running;

/// <summary>Writes, compiles and calls every function of a set, and compares what each side saw with what C# computes.</summary>
internal sealed class CaseRunner
{
    private readonly CaseSet _set;
    private readonly string _library;

    /// <summary>Compiles the C side, which is shared by all paths.</summary>
    /// <param name="name">The set. Below a folder of that name, beside the tests, the sources stay for whoever looks into a
    /// failure.</param>
    public CaseRunner(string name)
    {
        _set = CaseSets.Of(name);
        Folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "abi", name)).FullName;
        _library = Path.Combine(Folder, OperatingSystem.IsWindows() ? "abi.dll" : "libabi.so");
        string source = Path.Combine(Folder, "abi.c");
        File.WriteAllText(source, CSource.Write(_set));
        CCompiler.Compile(source, _library);
    }

    /// <summary>Where the written sources are.</summary>
    public string Folder { get; }

    /// <summary>Calls every function by one path.</summary>
    /// <param name="edit">A change to the C# side before it is compiled, to see that it is caught.</param>
    public IReadOnlyList<Mismatch> Run(CallPath path, bool runtimeMarshalling, Func<string, string>? edit = null)
    {
        string source = CSharpSource.Write(_set, path, _library, runtimeMarshalling);
        source = edit is null ? source : edit(source);
        File.WriteAllText(Path.Combine(Folder, $"{path}.cs"), source);

        Type calls = BindingCompiler.Compile(source).GetType(CSharpSource.ClassName, throwOnError: true)!;
        var all = (Action<nint, nint>[])calls.GetField("All")!.GetValue(null)!;
        return CaseCalls.FindMismatches(_set, all, NativeLibrary.GetExport(NativeLibrary.Load(_library), "abi_last_sum"));
    }

    /// <summary>What to print of mismatches: the first few, and how to have them again.</summary>
    public string Report(IReadOnlyList<Mismatch> mismatches) => $"""
        {mismatches.Count} of {_set.Cases.Count} functions differ.
        FFI_ABI_SEED={_set.Seed} FFI_ABI_CASES={_set.Cases.Count} draws them again; their sources are in {Folder}.
        {string.Join("\n", mismatches.Take(5))}
        """;
}
