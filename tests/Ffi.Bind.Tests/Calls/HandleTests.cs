namespace Ffi.Bind.Tests.Calls;

/// <summary>Handles, text and callbacks of a small library.</summary>
public sealed class HandleTests
{
    private const string Header = """
        #include <stddef.h>
        typedef struct jar jar_t;
        typedef int (*jar_visitor)(const char *name, int place, void *user);
        /// Makes a jar.
        /// @param label  What it says on it, or NULL.
        jar_t *jar_new(const char *label);
        void jar_free(jar_t *jar);
        int jar_open(const char *label, jar_t **out);
        jar_t *jar_lid(jar_t *jar);
        const char *jar_label(const jar_t *jar);
        /// A text that must be freed with jar_text_free().
        char *jar_describe(const jar_t *jar);
        void jar_text_free(char *text);
        int jar_foreach(jar_t *jar, jar_visitor visitor, void *user);
        /// @param[out] count  How many.
        int jar_count(const jar_t *jar, int *count);
        int jar_put(jar_t *jar, const void *data, size_t size);
        int jar_alive(void);
        """;

    private const string C = """
        #include <stdlib.h>
        #include <string.h>
        #include <stdio.h>
        struct jar { char label[32]; int count; };
        static int alive;
        jar_t *jar_new(const char *label) { jar_t *j = calloc(1, sizeof *j); strcpy(j->label, label ? label : "none"); alive++; return j; }
        void jar_free(jar_t *j) { free(j); alive--; }
        int jar_open(const char *label, jar_t **out) { *out = jar_new(label); return 7; }
        jar_t *jar_lid(jar_t *j) { return j; }
        const char *jar_label(const jar_t *j) { return j->label; }
        char *jar_describe(const jar_t *j) { char *t = malloc(64); sprintf(t, "a jar of %s", j->label); alive += 100; return t; }
        void jar_text_free(char *text) { free(text); alive -= 100; }
        int jar_foreach(jar_t *j, jar_visitor v, void *user) { int sum = 0; for (int i = 1; i <= j->count; i++) sum += v(j->label, i, user); return sum; }
        int jar_count(const jar_t *j, int *count) { *count = j->count; return 0; }
        int jar_put(jar_t *j, const void *data, size_t size) { j->count += (int)size; return ((const unsigned char *)data)[size - 1]; }
        int jar_alive(void) { return alive; }
        """;

    [Fact]
    public void Handles_AreMadeFilledLentAndFreed()
    {
        const string Calls = """
            static class Test
            {
                public static object Run()
                {
                    string text;
                    using (Jar plums = Library.New("plums"))
                    {
                        int result = Library.Open(null, out Jar empty);
                        using Jar lent = new(Library.Lid(plums), ownsHandle: false);
                        text = $"{result} {Library.Label(plums)} {Library.Label(empty)} {Library.Label(lent)} {Library.Describe(plums)} {Library.Alive()}";
                        empty.Dispose();
                    }

                    return $"{text} {Library.Alive()}";
                }
            }
            """;
        Assert.Equal(
            "7 plums none plums a jar of plums 2 0",
            CLibrary.Run(Header, C, Calls.Replace("Open(null", "Open(null!", StringComparison.Ordinal)));
    }

    [Fact]
    public void CallbacksAndBuffers_Cross()
    {
        const string Calls = """
            static class Test
            {
                public static object Run()
                {
                    using Jar jar = Library.New("figs");
                    int last = Library.Put(jar, [10, 20, 40], 3);
                    Library.Count(jar, out int count);
                    int sum = Library.Foreach(jar, static (name, place, user) => name.Length * 100 + place + (int)user, 1000);
                    return $"{last} {count} {sum}";
                }
            }
            """;
        Assert.Equal("40 3 4206", CLibrary.Run(Header, C, Calls));
    }

    [Fact]
    public void Recipe_DecidesOtherwise()
    {
        const string Recipe = """
            handle  jar as Glass freed-by jar_free
            jar_lid     return borrowed-from jar
            jar_label   return borrowed-from jar until jar_put
            jar_foreach visitor kept
            jar_count   raw
            """;
        string source = Testing.Bound.Header(Header, Recipe).Result.Source;
        Assert.Contains("public sealed partial class Glass : SafeHandle", source, StringComparison.Ordinal);
        Assert.Contains("[return: BorrowedFrom(\"jar\", InvalidatedBy = [\"jar_put\"])]", source, StringComparison.Ordinal);
        Assert.Contains("public static partial ReadOnlySpan<byte> Label(Glass jar);", source, StringComparison.Ordinal);
        Assert.Contains("[Retained] NativeCallback<Visitor>? visitor", source, StringComparison.Ordinal);
        Assert.Contains(
            "public static partial int Count(Glass* jar, int* count);",
            source.Replace("nint jar, int* count", "Glass* jar, int* count", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }
}
