using System.Reflection;
using Ffi.Analyzers.Liveness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ffi.Generators.Tests.Testing;

/// <summary>Everything that the compiler loads from the package, new for each call.</summary>
internal static class Extensions
{
    public static IEnumerable<DiagnosticAnalyzer> MakeAnalyzers() => Make<DiagnosticAnalyzer>();

    public static IEnumerable<IIncrementalGenerator> MakeGenerators() => Make<IIncrementalGenerator>();

    private static IEnumerable<T> Make<T>() =>
        typeof(FunctionGenerator)
            .Assembly.GetTypes()
            .Concat(typeof(LivenessAnalyzer).Assembly.GetTypes())
            .Where(static type =>
                !type.IsAbstract
                && typeof(T).IsAssignableFrom(type)
                && type.GetConstructor(BindingFlags.Public | BindingFlags.Instance, []) is not null)
            .Select(static type => (T)Activator.CreateInstance(type)!);
}
