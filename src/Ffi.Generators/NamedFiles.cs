using Ffi.Generators.Model;
using Ffi.Generators.Planning;
using Ffi.Templates;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators;

/// <summary>Writes a file for each plan that names one.</summary>
internal static class NamedFiles
{
    public static void Write<TPlan>(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<TPlan> plans,
        Func<TPlan, string> nameOf,
        Func<TPlan, SurroundingsModel> surroundingsOf,
        Action<Layout, TPlan> render)
    {
        // The compiler takes file names as equal that differ in case only, and refuses the second.
        IncrementalValueProvider<EquatableArray<string>> sharedNames = plans
            .Select((plan, _) => nameOf(plan))
            .Collect()
            .Select(static (names, _) => SharedFileNames.Find(names));

        context.RegisterSourceOutput(plans.Combine(sharedNames), (output, pair) =>
        {
            if (SharedFileNames.Tell(nameOf(pair.Left), pair.Right) is { } fileName)
            {
                output.AddSource(fileName, surroundingsOf(pair.Left).Spell(Layout.Of(render, pair.Left)));
            }
        });
    }
}
