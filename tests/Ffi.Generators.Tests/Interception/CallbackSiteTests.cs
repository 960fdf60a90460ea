using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Tests.Interception;

public class CallbackSiteTests
{
    [Fact]
    public void OneClassOfEntryPoints_ServesEveryCreationOfADelegateType()
    {
        (string entries, string interceptors) = Generate("""
            class C
            {
                void M()
                {
                    _ = NativeCallback<Action<int>>.Create(static _ => { });
                    _ = NativeCallback<Action<int>>.Create(static _ => { }, OnException.Report);
                    _ = NativeCallback<Action<long>>.Create(static _ => { });
                }
            }
            """);

        Assert.Equal(2, Regex.Count(entries, "class Callbacks_"));
        Assert.Equal(3, Regex.Count(interceptors, @"InterceptsLocationAttribute\(1, "));
        Assert.Equal(2, Regex.Count(interceptors, " Create_Callbacks_"));
    }

    [Fact]
    public void TypesThatCannotCross_AreLeftAlone()
    {
        (_, GeneratorDriverRunResult result) = CallSites.Generate("""
            class C
            {
                void M() => _ = NativeCallback<Action<object>>.Create(static _ => { });
            }
            """);

        Assert.Empty(result.GeneratedTrees);
    }

    private static (string Entries, string Interceptors) Generate(string source)
    {
        (_, GeneratorDriverRunResult result) = CallSites.Generate(source);
        return (TextOf(result, "Ffi.Callbacks.Ffi.g.cs"), TextOf(result, "Ffi.CallbackInterceptors.Ffi.g.cs"));
    }

    private static string TextOf(GeneratorDriverRunResult result, string file) =>
        result.GeneratedTrees.Single(tree => Path.GetFileName(tree.FilePath) == file).ToString();
}
