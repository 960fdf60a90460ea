using Ffi.Bind.Tests.Testing;
using Ffi.Bindgen;
using Ffi.Bindgen.Recipes;
using Ffi.Bindgen.Tests.Testing;
using Ffi.Tests.Testing;

namespace Ffi.Bind.Tests;

/// <summary>Bindings as they are written, to be reviewed like code. <c>UPDATE_SNAPSHOTS=1</c> writes them anew. A recipe beside each says
/// which part of the library it is.</summary>
public sealed class GoldenTests
{
    private static readonly string s_folder = Repository.PathOf("tests/Ffi.Bind.Tests/Goldens");

    [CorpusTheory, InlineData("sqlite3"), InlineData("zlib"), InlineData("libgit2"), InlineData("libuv"), InlineData("vulkan")]
    public void Binding_IsWrittenAsReviewed(string library)
    {
        Recipe recipe = Bound.Parse(File.ReadAllText(Path.Combine(s_folder, $"{library}.ffi-bind")));
        string source = Binder.Bind(Bound.DigestOf(library), recipe).Source;
        AssertGolden($"{library}.cs.txt", source);
    }

    [CorpusTheory, InlineData("sqlite3"), InlineData("libgit2")]
    public void FirstRecipe_ShowsWhatWasFound_AndGuessesBesideTheirReasons(string library)
    {
        BindingFiles files = BindingFiles.First(
            Bound.DigestOf(library),
            Bound.RecipeOf(library) with
            {
                Headers = [CorpusLibrary.Of(library).Header],
            },
            new HashSet<string>());
        AssertGolden($"{library}.first.txt", files.Recipe);
    }

    private static void AssertGolden(string name, string text)
    {
        string path = Path.Combine(s_folder, name);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"{path} is missing. UPDATE_SNAPSHOTS=1 writes it.");
        Assert.Equal(File.ReadAllText(path), text);
    }
}
