using System.Reflection;
using System.Runtime.Loader;

namespace Ffi.Tests.Libraries;

/// <summary>Libraries of assemblies that a host has loaded into a context of their own, with a runtime of ours that has loaded nothing
/// yet.</summary>
public class LoadContextTests
{
    [Fact]
    public void LoadUnmanagedDll_OfTheContext_IsAsked()
    {
        var context = new PlugInContext(name => name == "known to the context" ? ChosenLibraries.FixturePath : null);

        Assert.Equal(6L, context.Call(nameof(Steps.CallContextLibrary)));
        Assert.Equal("known to the context", Assert.Single(context.Asked));
    }

    [Fact]
    public void ResolvingUnmanagedDll_IsRaised_OnceTheSearchHasFoundNothing()
    {
        var context = new PlugInContext(_ => null);
        string? raised = null;
        context.ResolvingUnmanagedDll += (_, name) =>
        {
            raised = name;
            return System.Runtime.InteropServices.NativeLibrary.Load(ChosenLibraries.FixturePath);
        };

        Assert.Equal(6L, context.Call(nameof(Steps.CallContextLibrary)));
        Assert.Equal("known to the context", raised);
    }

    [Fact]
    public void ResolverOfTheProgram_IsAskedForEachLibrary_AndSetOnce()
    {
        var context = new PlugInContext(_ => null);

        string[] asked = (string[])context.Call(nameof(Steps.UseAResolver))!;

        Assert.Equal(["known to the context, Ffi.Tests", "a module, "], asked);
    }

    [Fact]
    public void PathOfTheProgram_ComesBeforeTheContext()
    {
        var context = new PlugInContext(_ => "/nowhere/at/all");

        Assert.Equal(6L, context.Call(nameof(Steps.SetAPathAndCall)));
        Assert.Empty(context.Asked);
    }

    /// <summary>What runs in the context.</summary>
    internal static class Steps
    {
        public static object CallContextLibrary() => ContextLibrary.Sum(2, 4);

        public static object SetAPathAndCall()
        {
            NativeLibraryPaths.Set("known to the context", ChosenLibraries.FixturePath);
            return ContextLibrary.Sum(2, 4);
        }

        public static object UseAResolver()
        {
            List<string> asked = [];
            NativeLibraryPaths.SetResolver((name, assembly) =>
            {
                asked.Add($"{name}, {assembly?.GetName().Name}");
                return ChosenLibraries.FixturePath;
            });
            Assert.Throws<InvalidOperationException>(() => NativeLibraryPaths.SetResolver((_, _) => null));
            Assert.Equal(6, ContextLibrary.Sum(2, 4));
            using NativeModule module = NativeModule.Load("a module");
            return asked.ToArray();
        }
    }

    private sealed class PlugInContext(Func<string, string?> find) : AssemblyLoadContext("plug-in")
    {
        public List<string> Asked { get; } = [];

        public object? Call(string step) => LoadFromAssemblyPath(typeof(Steps).Assembly.Location)
            .GetType(typeof(Steps).FullName!)!
            .GetMethod(step)!
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null);

        protected override Assembly? Load(AssemblyName name) =>
            name.Name == "Ffi" ? LoadFromAssemblyPath(typeof(NativeModule).Assembly.Location) : null;

        protected override nint LoadUnmanagedDll(string name)
        {
            Asked.Add(name);
            return find(name) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
        }
    }
}
