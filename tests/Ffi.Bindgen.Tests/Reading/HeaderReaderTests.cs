using Ffi.Bindgen.Reading;
using Ffi.Bindgen.Tests.Testing;
using Ffi.Headers.Digest;
using Ffi.Headers.Text;

namespace Ffi.Bindgen.Tests.Reading;

/// <summary>Hard cases of C, one a header.</summary>
public sealed class HeaderReaderTests
{
    [Theory]
    [InlineData("void f(void);", "function f() -> void")]
    [InlineData("int f();", "function unprototyped f() -> i32")]
    [InlineData("int f(const char *text, ...);", "function f(text: char const*, ...) -> i32")]
    [InlineData("void f(int, char *);", "function f(i32, char*) -> void")]
    [InlineData("static inline int f(int a) { return a; }", "function inline f(a: i32) -> i32")]
    [InlineData("inline int f(int a) { return a; }", "function inline f(a: i32) -> i32")]
    [InlineData("void f(unsigned char key[32], int rest[]);", "function f(key[32]: u8*, rest: i32*) -> void")]
    [InlineData("typedef unsigned char key[32]; void f(const key k);", "function f(k[32]: u8 const*) -> void")]
    [InlineData("void f(int matrix[2][3]);", "function f(matrix[2]: i32[3]*) -> void")]
    [InlineData("void f(int callback(long));", "function f(callback: fn*(long) -> i32) -> void")]
    [InlineData(
        "#include <stddef.h>\nvoid f(int (*callback)(size_t count, void *user));",
        "function f(callback: fn*(count: size_t, user: void*) -> i32) -> void")]
    [InlineData(
        "void (*signal(int number, void (*handler)(int)))(int);",
        "function signal(number: i32, handler: fn*(i32) -> void) -> fn*(i32) -> void")]
    [InlineData("void f(char **const names, const char *const *more);", "function f(names: char**, more: char const* const*) -> void")]
    [InlineData(
        "#include <stdint.h>\nvoid f(int64_t a, uint8_t b, intptr_t c, long long d);",
        "function f(a: i64, b: u8, c: intptr_t, d: i64) -> void")]
    [InlineData("#include <stdbool.h>\nbool f(_Bool b);", "function f(b: bool) -> bool")]
    [InlineData("#include <stdarg.h>\nvoid f(va_list list);", "function f(list: va_list) -> void")]
    [InlineData(
        "#include <wchar.h>\nvoid f(const wchar_t *text, long double x);",
        "function f(text: wchar_t const*, x: longdouble) -> void")]
    [InlineData("#include <complex.h>\ndouble complex f(float _Complex z);", "function f(z: complex f32) -> complex f64")]
    [InlineData("void f(void *p) __attribute__((nonnull(1))); ", "function f(p: void*) -> void [nonnull(1)]")]
    [InlineData(
        "void free_it(void *p); void *f(int n) __attribute__((malloc, warn_unused_result));",
        "function f(n: i32) -> void* [warn_unused_result, malloc]")]
    [InlineData("void f(void) __asm__(\"f_64\");", "function f() -> void symbol \"f_64\"")]
    [InlineData("__attribute__((deprecated(\"use g\"))) void f(void);", "function f() -> void [deprecated(\"\\\"use g\\\"\")]")]
    public void Function(string header, string expected)
    {
        string line = Lines(header, PlatformSet.All).Last(static line => line.StartsWith("function", StringComparison.Ordinal));

        Assert.Equal(expected, line);
    }

    [Fact]
    public void LongAndTime_DifferByPlatform() =>
        Assert.Equal(
            [
                "struct s size {linux,osx: 32; win: 24} align 8", "  count: ulong @0", "  time: time_t @8", "  wide: wchar_t[4] @16",
                "typedef time_t: {linux,osx: long; win: i64}", "function f(s*) -> time_t",
            ],
            Lines(
                "#include <stddef.h>\n#include <time.h>\nstruct s { unsigned long count; time_t time; wchar_t wide[4]; };\ntime_t f(struct s *);",
                PlatformSet.All));

    [Fact]
    public void Bitfields_LieWhereTheCompilerPutsThem() => Assert.Equal(
        ["struct s size 12 align 4", "  a: u32:3 @0.0", "  b: i32:7 @0.3", "  c: u32:30 @4.0", "  d: u8 @8"],
        Lines("struct s { unsigned a : 3; int b : 7; int : 5; unsigned c : 30; unsigned char d; };", Linux).Take(5));

    [Fact]
    public void UnnamedMembers_AreRecordsNamedAfterTheirPlace() =>
        Assert.Equal(
            [
                "struct event size 24 align 8", "  kind: i32 @0", "  _: event.0 @8", "  key: event.key @16", "  items: event.items[2] @20",
                "union event.0 size 8 align 8", "  x: f64 @0", "  _: event.0.0 @0", "struct event.key size 4 align 4", "  code: i32 @0",
                "struct event.items size 2 align 2", "  id: i16 @0", "struct event.0.0 size 8 align 4", "  low: i32 @0", "  high: i32 @4",
            ],
            Lines(
                "struct event { int kind; union { double x; struct { int low, high; }; }; struct { int code; } key; struct { short id; } items[2]; };",
                Linux));

    [Fact]
    public void PackedAlignedAndFlexible() =>
        Assert.Equal(
            [
                "struct p size 5 align 1 [packed]", "  a: u8 @0", "  b: i32 @1", "struct q size 16 align 16 [aligned]", "  a: u8 @0",
                "struct r size 4 align 4", "  count: i32 @0", "  rest: u8[] @4",
            ],
            Lines(
                "struct __attribute__((packed)) p { unsigned char a; int b; };\nstruct __attribute__((aligned(16))) q { unsigned char a; };\nstruct r { int count; unsigned char rest[]; };",
                Linux));

    [Fact]
    public void Tags_AndTypedefs_ShareOneListOfNames() => Assert.Equal(
        [
            "opaque struct handle",
            "opaque struct _node",
            "opaque struct struct stack",
            "struct point size 8 align 4",
            "  x: i32 @0",
            "  y: i32 @4",
            "typedef node: _node",
            "typedef stack: struct stack*",
            "typedef point_ref: point const*",
            "function f(handle*, node*, stack, struct stack*, point_ref) -> point",
        ],
        Lines(
            """
            typedef struct handle handle;
            typedef struct _node node;
            typedef struct stack *stack;
            typedef struct { int x, y; } point;
            typedef const point *point_ref;
            point f(handle *, node *, stack, struct stack *, point_ref);
            """,
            Linux));

    [Fact]
    public void Enums_HaveTheirCompilersType() => Assert.Equal(
        [
            "enum small: u32",
            "  A = 0",
            "  B = 5",
            "enum negative: i32",
            "  N = -1",
            "enum large: {linux,osx: ulong; win: u64}",
            "  L = 18446744073709551615",
            "enum _: u32",
            "  UNNAMED = 7",
            "enum flags: u32 [flag_enum]",
            "  F = 1",
        ],
        Lines(
            """
            enum small { A, B = 5 };
            typedef enum { N = -1 } negative;
            enum large { L = 0xFFFFFFFFFFFFFFFF };
            enum { UNNAMED = 7 };
            enum __attribute__((flag_enum)) flags { F = 1 };
            """,
            PlatformSet.All));

    [Fact]
    public void Callbacks_KeepNamesAndTypes() => Assert.Equal(
        [
            "struct table size 16 align 8",
            "  open: fn*(name: char const*, user: void*) -> i32 @0",
            "  hooks: body*[1] @8",
            "typedef visit: fn*(item: void*, size_t, ...) -> i32",
            "typedef body: fn(i32) -> void",
        ],
        Lines(
            """
            #include <stddef.h>
            typedef int (*visit)(void *item, size_t, ...);
            typedef void body(int);
            struct table { int (*open)(const char *name, void *user); body *hooks[1]; };
            """,
            Linux));

    [Fact]
    public void Macros_AreTypedAndEvaluated()
    {
        string[] lines = Lines(
            """
            #include <stdint.h>
            #define VERSION "1.2" ".3"
            #define COUNT (1 << 4) // sixteen
            #define NEGATIVE -3
            #define BIG 0xFFFFFFFFu
            #define LONG 5L
            #define HUGE UINT64_MAX
            #define RATIO 0.5
            #define SINGLE 0.25f
            #define LETTER 'a'
            #define ALL ((void *)-1)
            #define WIDE L"hé"
            #define OTHER COUNT * \
                2
            enum color { RED = 3 };
            #define FAVOURITE RED
            #define EMPTY
            #define CALL(x, y) ((x) + (y))
            #define ALIAS do_it
            #define API __attribute__((visibility("default")))
            #define BRACE {
            #define BRACE_TOO BRACE
            #define BEHIND_BRACE 8
            #define HERE __FILE__
            #define PASTE(x) x ## L
            #define PASTED PASTE(0x80)
            #define LIST 1,2
            #define LIST_TOO LIST
            #define GONE 1
            #undef GONE
            static const int fixed = 9;
            API void do_it(void);
            """,
            PlatformSet.All);

        Assert.Equal(
            [
                "constant fixed: i32 = 9",
                "constant VERSION: char[6] = \"1.2.3\"",
                "constant COUNT: i32 = 16",
                "constant NEGATIVE: i32 = -3",
                "constant BIG: u32 = 4294967295",
                "constant LONG: long = 5",
                "constant HUGE: {linux: ulong; win,osx: u64} = 18446744073709551615",
                "constant RATIO: f64 = 0.5",
                "constant SINGLE: f32 = 0.25",
                "constant LETTER: i32 = 97",
                "constant ALL: void* = -1",
                "constant WIDE: wchar_t[3] = \"h\\u00E9\"",
                "constant OTHER: i32 = 32",
                "constant FAVOURITE: i32 = 3",
                "constant BEHIND_BRACE: i32 = 8",
                "constant PASTED: long = 128",
                "macro CALL(x, y)",
                "macro ALIAS = do_it",
                "macro API = \"__attribute__((visibility(\\\"default\\\")))\"",
                "macro BRACE = \"{\"",
                "macro BRACE_TOO = BRACE",
                "macro HERE = __FILE__",
                "macro PASTE(x)",
                "macro LIST = \"1,2\"",
                "macro LIST_TOO = LIST",
            ],
            lines.Where(static line =>
                line.StartsWith("constant", StringComparison.Ordinal) || line.StartsWith("macro", StringComparison.Ordinal)));
    }

    [Fact]
    public void Comments_AreKeptWithoutTheirMarks()
    {
        HeaderDigest digest = Read(
            """
            /**
             * Opens it.
             *
             *   Indented.
             */
            int f(void);

            /// One line.
            int g(void);

            // A plain comment.
            // Of two lines.
            int h(void);

            typedef struct s
            {
                int a; /**< Behind. */
                /* Above. */
                int b;
            } s;
            """);

        Assert.Equal(
            ["Opens it.\n\n  Indented.", "One line.", "A plain comment.\nOf two lines."],
            digest.Functions.Select(static function => function.Documentation));
        Assert.Equal(["Behind.", "Above."], digest.Records[0].Fields.Select(static field => field.Documentation));
    }

    [Fact]
    public void WindowsPath_DiffersInTypesAndInWhatIsThere() => Assert.Equal(
        [
            "typedef handle_t: {linux,osx: i32; win: void*}",
            "function f(handle_t) -> void",
            "function only_windows(a: i32) -> void on win",
            "function differs(a: i32, b: i32) -> void on win",
            "function differs(a: i32) -> void on linux,osx",
        ],
        Lines(
            """
            #ifdef _WIN32
            typedef void *handle_t;
            #else
            typedef int handle_t;
            #endif
            void f(handle_t);
            #ifdef _WIN32
            void only_windows(int a);
            void differs(int a, int b);
            #else
            void differs(int a);
            #endif
            """,
            PlatformSet.All));

    [Fact]
    public void Lines_AreThoseOfTheHeader_AndOtherHeadersOfItsFolderBelongToIt()
    {
        using HeaderFolder folder = new(
            ("lib.h", "#include <parts/more.h>\n\nint f(void);\n"),
            ("parts/more.h", "\nint g(void);\n"),
            ("other/system.h", "int no(void);\n"));

        HeaderDigest digest = HeaderReader
            .Read(
                new ReadRequest
                {
                    Headers = [folder.PathOf("lib.h")],
                    Platforms = Linux,
                    IncludeFolders = [folder.Path],
                })
            .Digest!;

        Assert.Equal(["g parts/more.h:2", "f lib.h:3"], digest.Functions.Select(static function => $"{function.Name} {function.Location}"));
        Assert.Equal(["lib.h"], digest.Headers);
        Assert.Equal(64, digest.Sha256!.Length);
    }

    [Fact]
    public void Hash_ChangesWithAnyHeaderOfTheLibrary()
    {
        static string Hash(string part)
        {
            using HeaderFolder folder = new(("lib.h", "#include \"part.h\"\nint f(void);\n"), ("part.h", part));
            return HeaderReader.Read(new ReadRequest { Headers = [folder.PathOf("lib.h")], Platforms = Linux }).Digest!.Sha256!;
        }

        Assert.Equal(Hash("int g(void);"), Hash("int g(void);"));
        Assert.NotEqual(Hash("int g(void);"), Hash("int  g(void);"));
    }

    private static PlatformSet Linux => PlatformSet.Of(Platform.LinuxX64);

    private static HeaderDigest Read(string header, PlatformSet? platforms = null)
    {
        using HeaderFolder folder = new(("test.h", header));
        ReadResult result = HeaderReader.Read(
            new ReadRequest
            {
                Headers = [folder.PathOf("test.h")],
                Platforms = platforms ?? Linux,
                RequireFunctions = false,
            });
        Assert.Empty(result.Problems);
        return result.Digest!;
    }

    // The text without its head and places.
    private static string[] Lines(string header, PlatformSet platforms) =>
    [
        .. DigestWriter.Write(Read(header, platforms), includesDocumentation: false).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .SkipWhile(static line => !line.StartsWith("platforms", StringComparison.Ordinal)).Skip(1)
            .Select(static line => line.Split(" at test.h:")[0]),
    ];
}
