using Ffi.Bind.Tests.Testing;
using Ffi.Bindgen;
using Ffi.Bindgen.Tests.Testing;
using Ffi.Headers.Digest;

namespace Ffi.Bind.Tests;

/// <summary>Real libraries: what is bound, that it compiles, and that structs and constants are C's.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Libraries => CorpusLibrary.Names;

    [CorpusTheory, MemberData(nameof(Libraries))]
    public void Binding_CompilesWithoutAWarning_AndItsStructsLieAsInC(string library)
    {
        BoundLibrary bound = BoundLibrary.Of(library);
        string layouts = (string)bound.Type(LayoutSource.ClassName).GetMethod("Tell")!.Invoke(null, null)!;
        Assert.Equal(LayoutSource.Expect(bound.Plan, BoundLibrary.Here), layouts);
    }

    [CorpusTheory, InlineData(0)]
    public void Corpus_IsBound_AndWhatIsNotHasAReason(int unused)
    {
        _ = unused;
        int functions = 0;
        int bound = 0;
        int withPointers = 0;
        foreach (CorpusLibrary library in CorpusLibrary.All)
        {
            HeaderDigest digest = Bound.DigestOf(library.Name);
            BindResult result = Binder.Bind(digest, Bound.RecipeOf(library.Name));
            string[] exported =
            [
                .. digest.Functions.Where(static function => !function.IsInline).Select(static function => function.Name).Distinct(),
            ];
            HashSet<string> listed = [.. result.Unbound.Select(static item => item.Name)];
            string[] lost =
            [
                .. exported.Where(name =>
                    !listed.Contains(name) && !result.Source.Contains($"[NativeFunction(\"{name}\"", StringComparison.Ordinal)),
            ];
            Assert.True(lost.Length == 0, $"{library.Name}: neither bound nor listed: {string.Join(", ", lost.Take(10))}");
            Assert.All(result.Unbound, static item => Assert.NotEmpty(item.Reason));
            functions += exported.Length;
            bound += result.Summary.Functions;
            withPointers += result.Summary.FunctionsWithPointers;
        }

        Assert.True(bound >= 0.995 * functions, $"{bound} of {functions} functions are bound.");
        Assert.True(
            bound - withPointers >= 0.75 * functions,
            $"{bound - withPointers} of {functions} functions can be called without unsafe.");
    }
}
