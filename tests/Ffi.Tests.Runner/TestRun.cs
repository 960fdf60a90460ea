using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Ffi.Tests.Runner;

/// <summary>One assembly's tests, run by xunit's own framework, one at a time.</summary>
internal static class TestRun
{
    /// <summary>Runs the tests, and prints what failed, what was skipped and why, and a last line with the numbers.</summary>
    /// <param name="assemblyName">The simple name of an assembly that this program references.</param>
    /// <returns>Whether something ran, and nothing failed.</returns>
    public static bool Of(string assemblyName, TestSelection selection, TextWriter output)
    {
        Assembly assembly = Assembly.Load(new AssemblyName(assemblyName));
        using XunitTestFramework framework = new(new MessageSink());
        Options options = new();
        options.SetValue("xunit.execution.DisableParallelization", (bool?)true);

        using TestDiscovery discovery = new(selection, output);
        using (ITestFrameworkDiscoverer discoverer = framework.GetDiscoverer(new ReflectionAssemblyInfo(assembly)))
        {
            discoverer.Find(includeSourceInformation: false, discovery, options);
            discovery.Wait();
        }

        using TestResults results = new(assemblyName, discovery.LeftOut, output);
        using (ITestFrameworkExecutor executor = framework.GetExecutor(assembly.GetName()))
        {
            executor.RunTests(discovery.Cases, results, options);
            results.Wait();
        }

        return results.IsGreen;
    }
}
