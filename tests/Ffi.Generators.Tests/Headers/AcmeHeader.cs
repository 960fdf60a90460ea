using Ffi.Analyzers.Headers;
using Ffi.Generators.CodeFixes;
using Ffi.Generators.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Tests.Headers;

/// <summary>A header that the tests compare with, and how they do it.</summary>
internal static class AcmeHeader
{
    public const string Text = """
        ffi-header 1
        header     acme.h
        library    acme
        platforms  linux-x64 linux-arm64 win-x64 win-arm64 osx-arm64

        opaque struct acme at acme.h:1
        struct acme_id size 16 align 8 at acme.h:2
          high: u64 @0
          low: u64 @8
        struct acme_options size 24 align 8 at acme.h:3
          version: u32 @0
          name: char const* @8
          flags: u32 @16
          limit: u16 @20
        struct acme_pair size 8 align 4 at acme.h:4
          first: i32 @0
          second: i32 @4
        struct acme_hooks size 16 align 8 at acme.h:5
          visit: acme_visit @0
          user: void* @8
        struct acme_bits size 8 align 4 at acme.h:6
          ready: u32:1 @0.0
          mode: u32:3 @0.1
          count: i32 @4
        union acme_value size 8 align 8 at acme.h:7
          number: f64 @0
          whole: i32 @0
        struct acme_name size 36 align 4 at acme.h:8
          length: i32 @0
          text: char[32] @4
        enum acme_mode: u32 at acme.h:9
          ACME_MODE_READ = 0
          ACME_MODE_WRITE = 1
          ACME_MODE_APPEND = 4
        typedef acme_visit: fn*(user: void*, index: size_t) -> i32 at acme.h:10
        typedef acme_handle: {linux,osx: i32; win: void*}
        function acme_open(path: char const*, options: acme_options const*, out: acme**) -> i32 at acme.h:20
        function acme_close(handle: acme*) -> void at acme.h:21
        function acme_read(handle: acme*, buffer: u8*, size: size_t) -> i64 at acme.h:22
        function acme_count(handle: acme*, count: size_t*) -> i32 at acme.h:23
        function acme_find(handle: acme*, id: acme_id const*) -> i32 at acme.h:24
        function acme_put(handle: acme*, id: acme_id) -> i32 at acme.h:25
        function acme_scale(handle: acme*, factor: f32) -> f64 at acme.h:26
        function acme_is_open(handle: acme*) -> bool at acme.h:27
        function acme_seek(handle: acme*, offset: long) -> long at acme.h:28
        function acme_log(level: i32, format: char const*, ...) -> void at acme.h:29
        function acme_each(handle: acme*, visit: acme_visit, user: void*) -> i32 at acme.h:30
        function acme_mode(handle: acme*, mode: acme_mode) -> acme_mode at acme.h:31
        function acme_title(handle: acme*) -> char* at acme.h:32
        function acme_free(memory: void*) -> void at acme.h:33
        function acme_wide(handle: acme*, text: wchar_t const*) -> i32 at acme.h:34
        function acme_pair_swap(pair: acme_pair*, low: i32, high: i32) -> i32 at acme.h:35
        function acme_hash(digest[16]: u8*, data: u8 const*, size: size_t) -> void at acme.h:36
        function acme_hook(hooks: acme_hooks*) -> void at acme.h:37
        function acme_bits_of(handle: acme*, bits: acme_bits*) -> void at acme.h:38
        function acme_value_of(handle: acme*, value: acme_value*) -> void at acme.h:39
        function acme_name_of(handle: acme*, name: acme_name*) -> void at acme.h:40
        function acme_attach(handle: acme*, file: acme_handle) -> i32 at acme.h:41
        function acme_total(handle: acme*, total: u32*) -> u32 at acme.h:42
        function acme_only_win(handle: acme*) -> i32 on win at acme.h:43
        constant ACME_LIMIT: i32 = 100 at acme.h:50
        constant ACME_NAME: char[5] = "acme" at acme.h:51
        constant ACME_ALL: u32 = 4294967295 at acme.h:52
        macro acme_reset(handle) at acme.h:53
        """;

    private static readonly (string, string)[] s_files = [("native/acme.ffi-header", Text)];

    /// <summary>Fails unless exactly the marked diagnostics come for members of a type that imports the library.</summary>
    public static Task Verify(string members, string beside = "") => VerifySource(Wrap(members, beside));

    public static Task VerifySource(string source) => Harness.Verify(source);

    /// <summary>The messages for members of such a type, with their severities.</summary>
    public static async Task<string[]> Messages(string members, string beside = "") =>
        [
            .. (await Harness.Analyze(Wrap(members, beside))).Select(static diagnostic =>
                $"{diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: {diagnostic.GetMessage()}"),
        ];

    /// <summary>Fails unless the fixes make one of the other.</summary>
    public static Task VerifyFix(string before, string after) =>
        new CodeFixHarness(new HeaderAnalyzer(), new HeaderFix()) { AdditionalFiles = s_files }.Verify(Wrap(before, ""), Wrap(after, ""));

    private static AnalyzerHarness Harness => new(new HeaderAnalyzer()) { AdditionalFiles = s_files };

    private static string Wrap(string members, string beside) => $$"""
        {{beside}}
        static unsafe partial class Acme
        {
            {{members}}
        }
        """;
}
