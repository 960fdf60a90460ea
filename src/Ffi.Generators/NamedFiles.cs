using System.Text;
using Ffi.Generators.Model;
using Ffi.Generators.Planning;
using Ffi.Templates;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

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
        // The compiler refuses a second file whose name differs from the first one's only in case.
        IncrementalValueProvider<EquatableArray<string>> sharedNames = plans
            .Select((plan, _) => nameOf(plan))
            .Collect()
            .Select(static (names, _) => SharedFileNames.Find(names));

        context.RegisterSourceOutput(plans.Combine(sharedNames), (output, pair) =>
        {
            if (SharedFileNames.Tell(nameOf(pair.Left), pair.Right) is { } fileName)
            {
                output.AddSource(fileName, TextOf(pair.Left, surroundingsOf(pair.Left), render));
            }
        });
    }

    // As one string, a file of some hundred functions would be on the large object heap.
    private static SourceText TextOf<TPlan>(TPlan plan, SurroundingsModel surroundings, Action<Layout, TPlan> render) =>
        surroundings.Renames.Count > 0
            ? SourceText.From(surroundings.Spell(Layout.Of(render, plan)), Encoding.UTF8)
            : Layout.Of(render, plan, static (text, length) => SourceText.From(new BufferReader(text, length), length, Encoding.UTF8));
}
