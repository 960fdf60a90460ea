using Ffi.Bind.Tests.Testing;
using Ffi.Bindgen;
using Ffi.Bindgen.Reading;
using Ffi.Bindgen.Recipes;
using Ffi.Bindgen.Tests.Testing;
using Ffi.Headers.Digest;
using Ffi.Headers.Text;

namespace Ffi.Bind.Tests.Recipes;

/// <summary>What lines of a recipe make of a binding.</summary>
public sealed class RecipeLineTests
{
    private const string Header = """
        #include <stddef.h>
        #include <stdint.h>
        typedef struct box box_t;
        typedef enum { BOX_READ = 1, BOX_WRITE = 2, BOX_APPEND = 4, BOX_READ_EXT = 8 } box_mode_t;
        enum box_status { BOX_FINE, BOX_FULL, BOX_LOST = -5 };
        struct box_extra { void *next; int depth; };
        typedef struct box_more { int width; } box_more_t;
        typedef void (*box_handler)(int code, void *user);
        struct tag { int number; };
        struct tag *tag_new(void);
        void tag_free(struct tag *tag);
        box_t *box_new(unsigned mode, const void *allocator);
        box_t *box_copy(box_t *from, const void *allocator);
        void box_free(box_t *box);
        int box_weight(box_t *box, unsigned *grams);
        int box_status(void);
        void box_watch(box_t *box, box_handler handler, void *user);
        void box_each(box_t *box, box_handler handler, void *user);
        """;

    [Fact]
    public void Only_BringsTypesThatNoFunctionNeeds_WhereTheirWholeNameIsWritten()
    {
        BindResult result = Bound.Header(Header, "only box_weight box_extra box_more_t box_handler box_mod* box_mode").Result;
        Assert.Contains("partial struct Extra", result.Source, StringComparison.Ordinal);
        Assert.Contains("public partial struct More", result.Source, StringComparison.Ordinal);
        Assert.Contains("delegate void Handler(int code, nint user);", result.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("enum Mode", result.Source, StringComparison.Ordinal);
        Assert.Contains("enum Mode", Bound.Header(Header, "only box_mode_t").Result.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_OfSomeMembers_BringsTheirEnumWithThese()
    {
        const string Lost = "public enum Status\n{\n    /// <summary><c>BOX_LOST</c></summary>\n    Lost = -5,\n}";
        const string Write = "[Flags]\npublic enum Mode : uint\n{\n    /// <summary><c>BOX_WRITE</c></summary>\n    Write = 2,\n}";
        string some = Bound.Header(Header, "only BOX_LOST BOX_WRITE").Result.Source;
        Assert.Contains(Lost, some, StringComparison.Ordinal);
        Assert.Contains(Write, some, StringComparison.Ordinal);
        string all = Bound.Header(Header, "only box_weight\nbox_weight return is box_status").Result.Source;
        Assert.Contains("Fine = 0", all, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_LeavesOutTheStructOfAHandleThatNothingUses()
    {
        Assert.DoesNotContain("Tag", Bound.Header(Header, "only box_new").Result.Source, StringComparison.Ordinal);
        Assert.Contains("public ref Tag Value", Bound.Header(Header, "only tag_new").Result.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Except_LeavesOutMembersOfEnums()
    {
        string source = Bound.Header(Header, "except *_EXT").Result.Source;
        Assert.Contains("Append = 4,", source, StringComparison.Ordinal);
        Assert.DoesNotContain("ReadExt", source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("box_mode_t")]
    [InlineData("Mode")]
    public void Is_TakesAnEnumOfTheHeader_ByEitherName(string name)
    {
        BindResult result = Bound.Header(Header, $"only box_new\nbox_new mode is {name}").Result;
        Assert.Contains("New(Mode mode, nint allocator);", result.DeclarationOf("box_new"), StringComparison.Ordinal);
        Assert.Contains("enum Mode", result.Source, StringComparison.Ordinal);
        BindResult returned = Bound.Header(Header, $"only box_weight\nbox_weight return is {name}").Result;
        Assert.Contains("public static partial Mode Weight", returned.DeclarationOf("box_weight"), StringComparison.Ordinal);
    }

    [Fact]
    public void Type_ReplacesWhatWouldBeWritten()
    {
        BindResult result = Bound.Header(Header, "only box_weight\nbox_weight box type BorrowedHandle<Box>; grams out").Result;
        Assert.Contains("Weight(BorrowedHandle<Box> box, out uint grams);", result.DeclarationOf("box_weight"), StringComparison.Ordinal);
        BindingCompiler.Load(result.Source);
    }

    [Fact]
    public void Lifetimes_CountForWhateverAParameterBecomes()
    {
        const string Recipe = """
            only box_weight box_new
            handle box not-freed
            box_weight box retained until box_free; grams retained
            box_new allocator retained
            """;
        BindResult result = Bound.Header(Header, Recipe).Result;
        const string Parameters = "Weight([Retained(Until = \"box_free\")] Box box, [Retained] uint* grams);";
        Assert.Contains(Parameters, result.DeclarationOf("box_weight"), StringComparison.Ordinal);
        Assert.Contains("New(uint mode, [Retained] nint allocator);", result.DeclarationOf("box_new"), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_OnACallback_IsTheDelegateType()
    {
        const string Recipe = """
            only box_watch box_each
            box_* handler is Watcher
            box_watch handler retained until box_free; handler is Watcher
            """;
        BindResult result = Bound.Header(Header, Recipe).Result;
        const string Kept = "[Retained(Until = \"box_free\")] NativeCallback<Watcher>? handler, nint user);";
        Assert.Contains(Kept, result.DeclarationOf("box_watch"), StringComparison.Ordinal);
        Assert.Contains("Each(Box box, Watcher? handler, nint user);", result.DeclarationOf("box_each"), StringComparison.Ordinal);
        Assert.DoesNotContain("delegate", result.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void LineOfAPattern_CountsForAllThatFit_AndALineOfTheirOwnBeforeIt()
    {
        const string Recipe = """
            box_* allocator in
            box_*w allocator address
            box_copy allocator span
            box_new mode is box_mode_t
            """;
        BindResult result = Bound.Header(Header, Recipe).Result;
        Assert.Contains("New(Mode mode, in nint allocator);", result.DeclarationOf("box_new"), StringComparison.Ordinal);
        Assert.Contains("ReadOnlySpan<byte> allocator);", result.DeclarationOf("box_copy"), StringComparison.Ordinal);
    }

    [Fact]
    public void LineOfAPattern_GivesNoName()
    {
        RecipeError error = Assert.Single(RecipeParser.Parse("header a.h\nbox_* as Box", "box.ffi-bind").Errors);
        Assert.Equal("box.ffi-bind(2): error: 'box_*' are several functions, and one name fits one.", error.ToString());
    }

    [Fact]
    public void Digest_HasWhatIsBound_WithOnly_AndEverythingWithout()
    {
        using HeaderFolder folder = new(("test.h", Header));
        HeaderDigest digest = HeaderReader.Read(new ReadRequest { Headers = [folder.PathOf("test.h")] }).Digest!;
        Recipe recipe = Bound.Parse("library test\nnamespace Bound.Test\nonly box_new box_extra");
        HeaderDigest some = Parse(BindingFiles.Again("test", digest, "", recipe, new HashSet<string> { "box_weight" }));

        Assert.Equal(["box_new", "box_free", "box_weight"], some.Functions.Select(static function => function.Name));
        Assert.Equal(["box_extra"], some.Records.Select(static record => record.Name));
        HeaderDigest all = Parse(BindingFiles.Again("test", digest, "", recipe with { Only = [] }, new HashSet<string>()));
        Assert.Equal(digest.Functions.Count, all.Functions.Count);

        static HeaderDigest Parse(BindingFiles files) => DigestParser.Parse(files.Digest, "test.ffi-header").Digest!;
    }

    [Fact]
    public void NumberNamedAfterAnEnumsBits_IsThatEnum()
    {
        const string Flags = """
            #include <stdint.h>
            typedef uint32_t VxFlags;
            typedef enum VxQueueFlagBits {
                VX_QUEUE_GRAPHICS_BIT = 1, VX_QUEUE_COMPUTE_BIT = 2, VX_QUEUE_FLAG_BITS_MAX_ENUM = 0x7FFFFFFF
            } VxQueueFlagBits;
            typedef VxFlags VxQueueFlags;
            typedef enum VxLogFlagBitsEXT { VX_LOG_A_BIT_EXT = 1, VX_LOG_B_BIT_EXT = 4 } VxLogFlagBitsEXT;
            typedef VxFlags VxLogFlagsEXT;
            typedef enum VxWideFlagBits { VX_WIDE_A = 1 } VxWideFlagBits;
            typedef uint64_t VxWideFlags;
            typedef VxFlags VxLonelyFlags;
            typedef struct VxJob { VxQueueFlags flags; VxLonelyFlags reserved; } VxJob;
            void vxStart(
                VxQueueFlags flags, VxLogFlagsEXT log, VxWideFlags wide, VxLonelyFlags lonely, const VxQueueFlags *pMore, const VxJob *pJob);
            """;
        BindResult result = Bound.Header(Flags).Result;
        Assert.Contains(
            "(QueueFlagBits flags, LogFlagBitsEXT log, ulong wide, uint lonely, ReadOnlySpan<QueueFlagBits> pMore, in Job pJob)",
            result.DeclarationOf("vxStart"),
            StringComparison.Ordinal);
        Assert.Contains("public QueueFlagBits Flags;", result.Source, StringComparison.Ordinal);
        Assert.Contains("public uint Reserved;", result.Source, StringComparison.Ordinal);
        Assert.Contains("[Flags]\npublic enum QueueFlagBits : uint", result.Source, StringComparison.Ordinal);
        BindingCompiler.Load(result.Source);
    }
}
