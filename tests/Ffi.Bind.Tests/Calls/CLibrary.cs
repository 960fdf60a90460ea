using System.Reflection;
using Ffi.Abi.Tests.Running;
using Ffi.Bind.Tests.Testing;
using Ffi.Bindgen;
using Ffi.Headers.Digest;

namespace Ffi.Bind.Tests.Calls;

/// <summary>A header with functions in C, bound and ready to be called.</summary>
internal static class CLibrary
{
    /// <summary>Compiles a header's functions, binds the header, compiles C# on top, and calls its <c>Test.Run</c>.</summary>
    /// <param name="header">The header.</param>
    /// <param name="c">The functions' bodies.</param>
    /// <param name="calls">C# in the bindings' namespace with <c>static class Test { public static object Run() … }</c>.</param>
    /// <param name="recipe">What the recipe says.</param>
    /// <param name="platforms">What to bind for; null for all.</param>
    public static object? Run(string header, string c, string calls, string recipe = "", PlatformSet? platforms = null)
    {
        string folder = Directory.CreateTempSubdirectory("ffi-bound-").FullName;
        File.WriteAllText(Path.Combine(folder, "test.h"), header);
        File.WriteAllText(Path.Combine(folder, "test.c"), $"#include \"test.h\"\n{c}");
        string library = Path.Combine(folder, "libtest.so");
        CCompiler.Compile(Path.Combine(folder, "test.c"), library);
        BindResult bound = Bound.Header(header, $"class Library\n{recipe}", platforms).Result;
        string source = bound.Source.Replace("[NativeLibrary(\"test\")]", $"[NativeLibrary(@\"{library}\")]", StringComparison.Ordinal);
        Assembly assembly = BindingCompiler.Load(source, $"using System; using System.Text; using Ffi; namespace Bound.Test; {calls}");
        return assembly.GetType("Bound.Test.Test", throwOnError: true)!.GetMethod("Run")!.Invoke(null, null);
    }
}
